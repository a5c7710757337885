namespace ProgressionSim.Cli.Tests.Commands;

/// <summary>Timing, sweeps, sensitivity and uncertainty that cannot be asked so: what is wrong, exit code 2, nothing on standard output, nothing written.</summary>
public sealed class BadExperimentTests : IDisposable
{
    private const string Outcomes =
        "\"survivalMonths\", \"alive\", \"symptomFree\", \"alsfrsTotal\", \"alsfrsArea\", \"motorNeurons\", \"walkingMonths\", \"speakingMonths\", \"breathingMonths\", "
        + "\"recovery\", \"recoveryPoints\", \"neurofilamentPgPerMl\"";

    private readonly SmallExperiment folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("timing", """{ "offsetsMonths": [-12, -6, 0, 6, 12, 24] }""")]
    [InlineData("sweep", """{ "axes": [ { "path": "disease.death.ratePerMonth", "from": 0.04, "to": 0.1, "count": 7 } ] }""")]
    [InlineData(
        "sensitivity",
        """
        { "parameters": [
            { "path": "disease.death.ratePerMonth", "distribution": "uniform", "min": 0.04, "max": 0.1 },
            { "path": "disease.toxicProtein.halfLifeMonths", "distribution": "logNormal", "median": 0.75, "cv": 0.3 } ] }
        """)]
    [InlineData("uncertainty", """{ "parameters": [ { "path": "disease.death.ratePerMonth", "distribution": "logNormal", "median": 0.072, "cv": 0.2 } ] }""")]
    [InlineData(
        "evidence",
        """
        { "quantities": [
            { "name": "medianSurvival", "title": "Median survival from symptom onset", "unit": "months", "population": "one centre", "use": "check",
              "value": 32, "low": 27, "high": 37, "source": "Fujimura-Kiyono 2011 JNNP 82:1244", "confidence": "medium", "estimator": { "kind": "survivalMedian" } } ] }
        """)]
    [Trait("Evidence", "Exact")]
    public void A_missing_section_is_shown(string section, string example)
    {
        folder.Run(section, "untreated", "--out", "deep/out").Refused($"untreated.json has no {section} section; nothing was run. For example:\n\n  \"{section}\": {example}");
        Assert.Equal([SmallExperiment.FileName], folder.Entries(), StringComparer.Ordinal);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_missing_calibration_is_shown()
    {
        var refused = folder.Run("calibrate", SmallExperiment.FileName, "--out", "deep/out");
        Assert.StartsWith("small.json has no calibration section; nothing was run. For example:\n\n  \"calibration\": {", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(2, refused.ExitCode);
        Assert.Equal([SmallExperiment.FileName], folder.Entries(), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(
        "sweep.axes[0].path=arms[treted].start.offsetMonths",
        "sweep.axes[0].path is arms[treted].start.offsetMonths (--set sweep.axes[0].path=arms[treted].start.offsetMonths).",
        "arms[treted] does not exist. arms has 2 items, numbered from 0. Their names are \"untreated\", \"treated\".",
        "Did you mean \"treated\"?")]
    [InlineData(
        "sweep.axes[0].path=treatments.ideal.kind",
        "sweep.axes[0].path is treatments.ideal.kind (--set sweep.axes[0].path=treatments.ideal.kind).",
        "It must be the path of a number, and treatments.ideal.kind is \"knockdown\".")]
    [InlineData(
        "sweep.axes=[]",
        "sweep.axes is an empty list (--set sweep.axes=[]).",
        "At least one axis is needed.",
        """For example [ { "path": "disease.death.ratePerMonth", "from": 0.05, "to": 0.1, "count": 6 } ].""")]
    [InlineData(
        "sweep.axes[0].values=[]",
        "sweep.axes[0].values is an empty list (--set sweep.axes[0].values=[]).",
        "It is a list of one or more numbers in square brackets.",
        "For example [0.2, 0.4, 0.6, 0.8].")]
    [InlineData(
        "sweep.axes[1].count=500000000",
        "sweep.axes makes a grid of 1,000,000,000 cells (small.json, line 7).",
        "With 40 patients in 2 arms each they would take about 31 days on two cores. At most 10,000 cells are possible.",
        "A figure of 20 values on each axis has 400 cells.")]
    [InlineData(
        "sweep.outcome=survival",
        "sweep.outcome is survival (--set sweep.outcome=survival).",
        "It must be one of " + Outcomes + ".")]
    [InlineData(
        "sweep.axes[0].values=[0,30]",
        "sweep.axes[0].values[1] is 30 (--set sweep.axes[0].values=[0,30]).",
        "Outcomes are counted up to month 24 of the report, sweep.outcomeAtMonths, and a start 30 months after symptomOnset could change nothing of them.",
        "Write less than 24, or a later outcomeAtMonths.")]
    [Trait("Evidence", "Exact")]
    public void A_sweep_that_cannot_be_made_is_refused(string change, params string[] message) => Refused("sweep", change, message);

    [Theory]
    [InlineData(
        "timing.offsetsMonths=[0,24]",
        "timing.offsetsMonths[1] is 24 (--set timing.offsetsMonths=[0,24]).",
        "Outcomes are counted up to month 24 of the report, timing.outcomeAtMonths, and a start 24 months after symptomOnset could change nothing of them.",
        "Write less than 24, or a later outcomeAtMonths.")]
    [InlineData(
        "timing.outcomeAtMonths=36",
        "timing.outcomeAtMonths is 36 (--set timing.outcomeAtMonths=36).",
        "Patients are followed for 24 months, horizonMonths, so nothing is measured later.",
        "Write 24, or a larger horizonMonths.")]
    [InlineData(
        "timing.outcomeAtMonths=0",
        "timing.outcomeAtMonths is 0 (--set timing.outcomeAtMonths=0).",
        "It is a length in months, so it must be a whole number from 1 to 600.")]
    [InlineData("timing.outcome=survival", "timing.outcome is survival (--set timing.outcome=survival).", "It must be one of " + Outcomes + ".")]
    [Trait("Evidence", "Exact")]
    public void Starts_that_cannot_be_examined_are_refused(string change, params string[] message) => Refused("timing", change, message);

    [Fact]
    [Trait("Evidence", "Exact")]
    public void What_differs_between_two_scenarios_that_must_agree_is_named_before_anything_is_run()
    {
        File.WriteAllText(folder.At("other.json"), """{ "extends": "small.json", "name": "other", "timing": { "offsetsMonths": [0, 3, 9] } }""");
        folder.Run("timing", SmallExperiment.FileName, "other.json").Refused(
            "small and other cannot be put side by side. Starts in months: 0, +3, +6 against 0, +3, +9.\n   Nothing was run.");
        Assert.Equal(["other.json", SmallExperiment.FileName], folder.Entries(), StringComparer.Ordinal);
    }

    private void Refused(string command, string change, string[] message)
    {
        folder.Run(command, SmallExperiment.FileName, "--set", change, "--out", "deep/out").Refused(
            $"small.json: 1 problem, nothing was run.\n\n1. {string.Join("\n   ", message)}");
        Assert.Equal([SmallExperiment.FileName], folder.Entries(), StringComparer.Ordinal);
    }
}

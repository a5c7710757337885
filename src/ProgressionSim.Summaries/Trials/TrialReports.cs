using System.Globalization;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Summaries.Answers;
using ProgressionSim.Summaries.PlotData;
using ProgressionSim.Summaries.Trials.Figures;
using ProgressionSim.Summaries.Trials.Json;
using ProgressionSim.Summaries.Trials.Tables;
using ProgressionSim.Summaries.Trials.Texts;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Summaries.Trials;

/// <summary>Puts the reports of trials, sample sizes and comparisons together. Nothing but the times in summary.json depends on the machine.</summary>
public static class TrialReports
{
    /// <summary>The report of a simulated trial.</summary>
    /// <param name="found">How the design behaves.</param>
    /// <param name="example">One of its trials, replicate 0 with the effect, for the figures of one trial.</param>
    /// <param name="version">Version of the program.</param>
    public static JobReport OfTrial(OperatingCharacteristics found, TrialData example, string version) => new(
        TrialSummaryJson.Of(found, version),
        new ReportContent
        {
            Title = found.Design.Title,
            Question = found.Design.Description,
            Answer = TrialAnswer.Of(found),
            Findings = TrialAnswer.Findings(found),
            Cautions = TrialCautions.Of(found),
            Figures = TrialFigures.All(found, example),
            Tables = TrialTables.Of(found),
            Assumptions = found.Design.Assumptions,
            Manifest =
            [
                .. Manifest(found.Design, version),
                new("Patients of a trial", NumberText.Count(found.Design.Patients)),
                new("Trials under each hypothesis", NumberText.Count(found.Replicates)),
                new("Patients drawn from", Source(found.Design, found.BankSlices)),
                new("Eligible share of candidates", NumberText.Percent(found.EligibleShare)),
            ],
        },
        TrialFiles.Of([found]));

    /// <summary>The report of a search for a sample size.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="version">Version of the program.</param>
    public static JobReport OfSize(SampleSizeResult found, string version) => new(
        TrialSummaryJson.Of(found, version),
        new ReportContent
        {
            Title = found.Design.Title,
            Question = found.Design.Description,
            Answer = SizeText.Answer(found),
            Findings = SizeText.Findings(found),
            Cautions = TrialCautions.Of(found),
            Figures = [.. new[] { SizeFigure.Build(found) }.OfType<Figure>()],
            Tables = SizeTables.Of(found),
            Assumptions = found.Design.Assumptions,
            Manifest =
            [
                .. Manifest(found.Design, version),
                new("Power asked for", TrialWords.Share(found.TargetPower)),
                new("Patients found", NumberText.Count(found.Patients)),
                new("Trials of the search", NumberText.Count(found.Path.Sum(point => (long)point.Trials))),
                new("Patients drawn from", Source(found.Design, null)),
            ],
        },
        TrialFiles.Of(found));

    /// <summary>The report of a comparison of designs.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="version">Version of the program.</param>
    public static JobReport OfComparison(DesignComparison found, string version) => new(
        TrialSummaryJson.Of(found, version),
        new ReportContent
        {
            Title = $"Comparison of {ComparisonText.Names(found)}",
            Question = Question(found),
            Answer = ComparisonText.Answer(found),
            Findings = ComparisonText.Findings(found),
            Cautions = TrialCautions.Of(found),
            Figures = ComparisonFigures.All(found),
            Tables = SizeTables.Of(found),
            Assumptions = SeveralAssumptions.Of([.. found.Designs.Select(each => new KeyValuePair<string, IReadOnlyList<Assumption>>(each.Design.Name, each.Design.Assumptions))]),
            Manifest = [.. found.Designs.SelectMany(each => Manifest(each.Design, version)
                .Append(new("Patients of a trial", NumberText.Count(each.Design.Patients)))
                .Append(new("Trials under each hypothesis", NumberText.Count(each.Replicates)))
                .Append(new("Patients drawn from", Source(each.Design, each.BankSlices)))
                .Select(entry => new KeyValuePair<string, string>($"{each.Design.Name}: {entry.Key}", entry.Value)))],
        },
        [
            .. TrialFiles.Of(found.Designs),
            TrialFiles.Curves(found.Designs.Zip(found.Curves, (each, curve) => (each.Design.Name, curve))),
            .. found.Sizes.Any(size => size is not null) ? new[] { TrialFiles.Sizes(found.Sizes.OfType<SampleSizeResult>()) } : [],
        ]);

    private static IEnumerable<KeyValuePair<string, string>> Manifest(TrialDesign design, string version) =>
    [
        new("Scenario", design.Name),
        new("Scenario SHA-256", design.ScenarioSha256),
        new("Version", version),
        new("Seed", design.Seed.ToString(CultureInfo.InvariantCulture)),
        new("Arms", string.Join(", ", design.Arms.Select(arm => arm.Name))),
        new("Primary endpoint", TrialWords.Primary(design)),
        new("Type I error allowed", TrialWords.Error(design)),
    ];

    private static string Source(TrialDesign design, int? slices) => design.PatientBank is { } size
        ? $"a bank of {NumberText.Count(size)}{(slices is { } count ? $" in {NumberText.Count(count)} slices" : "")}"
        : "candidates of each trial's own";

    private static string Question(DesignComparison found)
    {
        var questions = found.Designs.Select(each => each.Design.Description).Distinct(StringComparer.Ordinal).ToArray();
        return questions.Length == 1 ? questions[0] : "How do these trial designs compare in power, error and size?";
    }
}

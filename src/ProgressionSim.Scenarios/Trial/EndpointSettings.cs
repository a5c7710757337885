using ProgressionSim.Scenarios.Settings;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Scenarios.Trial;

/// <summary>Settings of what a trial measures and how it is analysed.</summary>
internal static class EndpointSettings
{
    /// <summary>Analyses by the names of the scenario.</summary>
    public static IReadOnlyDictionary<string, AnalysisMethod> Analyses { get; } = new Dictionary<string, AnalysisMethod>(StringComparer.Ordinal)
    {
        ["randomSlope"] = AnalysisMethod.RandomSlope,
        ["mmrm"] = AnalysisMethod.Mmrm,
        ["ancova"] = AnalysisMethod.Ancova,
        ["logRank"] = AnalysisMethod.LogRank,
        ["stratifiedLogRank"] = AnalysisMethod.StratifiedLogRank,
        ["cox"] = AnalysisMethod.Cox,
        ["restrictedMean"] = AnalysisMethod.RestrictedMean,
        ["kaplanMeier"] = AnalysisMethod.KaplanMeier,
        ["wilcoxon"] = AnalysisMethod.Wilcoxon,
        ["worstRank"] = AnalysisMethod.WorstRank,
        ["jointRank"] = AnalysisMethod.JointRank,
        ["winRatio"] = AnalysisMethod.WinRatio,
        ["winOdds"] = AnalysisMethod.WinOdds,
        ["fisher"] = AnalysisMethod.Fisher,
        ["chiSquare"] = AnalysisMethod.ChiSquare,
        ["jointModel"] = AnalysisMethod.JointModel,
        ["tTest"] = AnalysisMethod.TTest,
        ["twoStageSlope"] = AnalysisMethod.TwoStageSlope,
    };

    /// <summary>Events that have a name of their own.</summary>
    public static IReadOnlyDictionary<string, EventDefinition> Events { get; } = new[]
    {
        new EventDefinition("death", Death: true, Rescue: false, SymptomOnset: false, []),
        new EventDefinition("deathOrVentilation", Death: true, Rescue: false, SymptomOnset: false, []),
        new EventDefinition("deathVentilationOrRescue", Death: true, Rescue: true, SymptomOnset: false, []),
        new EventDefinition("symptomOnset", Death: false, Rescue: false, SymptomOnset: true, []),
    }.ToDictionary(each => each.Name, StringComparer.Ordinal);

    /// <summary>What stands for the dead, by the names of the scenario.</summary>
    public static IReadOnlyDictionary<string, DeathHandling> Deaths { get; } = new Dictionary<string, DeathHandling>(StringComparer.Ordinal)
    {
        ["missing"] = DeathHandling.Missing,
        ["zero"] = DeathHandling.Zero,
    };

    /// <summary>What is done with what follows rescue, by the names of the scenario.</summary>
    public static IReadOnlyDictionary<string, RescueHandling> AfterRescue { get; } = new Dictionary<string, RescueHandling>(StringComparer.Ordinal)
    {
        ["use"] = RescueHandling.Use,
        ["leaveOut"] = RescueHandling.LeaveOut,
    };

    /// <summary>The list <c>endpoints</c>.</summary>
    public static ListShape Shape { get; } = new("Endpoints, each with its analysis.", Endpoint(), "endpoint", 1, 50)
    {
        NameKey = "name",
        Example = """For the slope of the ALSFRS-R, write [ { "name": "slope", "measure": "alsfrsTotal", "analysis": "randomSlope" } ].""",
    };

    private static ObjectShape Endpoint() => new(
        "An endpoint.",
        [
            new("name", new Setting("Name, unique in the trial.", SettingKind.Name, SettingUnit.Text), Required: true),
            new("analysis", new Setting("How it is analysed.", SettingKind.Choice, SettingUnit.Text) { Choices = [.. Analyses.Keys] }, Required: true),
            new("measure", ConditionSettings.Measure("Measure taken at visits, for analyses of measurements.")),
            new("event", new NameOrObjectShape("The event, for analyses of events: one of those that have a name, or the parts it is made of.", "name", Event())),
            new("responder", ConditionSettings.List("Conditions that make a responder at the visit looked at, for analyses of responders; all must hold.", ConditionSettings.Plain)),
            new("atWeek", new Setting(
                "Week of the visit looked at, or up to which is looked; the last visit when absent.",
                SettingKind.Number,
                SettingUnit.Week)
            {
                Range = NumberRange.Positive(5200),
                Source = "No default: the last visit",
            }),
            new("covariates", new ListShape(
                "What the analysis adjusts for besides the baseline value: quantities known at baseline, or baseline values of measures.",
                ConditionSettings.Measure("A measure known at baseline."),
                "measure",
                0,
                10)
            {
                Default = "[]",
            }),
            new("logarithm", new Setting(
                "True when the logarithm of the measure is analysed; true for neurofilament when absent.",
                SettingKind.Flag,
                SettingUnit.Switch)
            {
                Source = "Neurofilament is analysed as a ratio, everything else as it is",
            }),
            new("deaths", new Setting("What stands for the measurements of the dead in analyses of measurements.", SettingKind.Choice, SettingUnit.Text)
            {
                Choices = [.. Deaths.Keys],
                Default = "\"missing\"",
                Source = "Usual in slope and repeated-measures analyses; the estimate is then of a course without deaths",
            }),
            new("afterRescue", new Setting("What is done with what follows rescue or the start of open label.", SettingKind.Choice, SettingUnit.Text)
            {
                Choices = [.. AfterRescue.Keys],
                Default = "\"use\"",
                Source = "Treatment policy: what happens after rescue belongs to the arm",
            }),
        ]);

    private static ObjectShape Event() => new(
        "An event made of parts; the first to happen counts.",
        [
            new("name", new Setting("Name in tables.", SettingKind.Name, SettingUnit.Text), Required: true),
            new("death", Part("Death or permanent ventilation is a part.")),
            new("rescue", Part("The start of rescue is a part.")),
            new("symptomOnset", Part("Symptom onset after randomisation is a part.")),
            new("when", ConditionSettings.List("A visit after baseline that meets all of these conditions is a part.", ConditionSettings.Plain)),
        ]);

    private static Setting Part(string meaning) => new(meaning, SettingKind.Flag, SettingUnit.Switch) { Default = "false", Source = "Only the parts that are written count" };
}

using ProgressionSim.Engine.Recording;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Scenarios.Trial;

/// <summary>The measures a trial can look at, by the names of the scenario.</summary>
internal static class TrialMeasureNames
{
    /// <summary>Change of the ALSFRS-R total from baseline; other changes are named after their measure.</summary>
    public const string AlsfrsChange = "alsfrsChange";

    private const string Change = "Change";
    private const string PointsPerMonth = "points per month";

    private static readonly string[] Regions = ["bulbar", "cervical", "respiratory", "lumbosacral"];

    private static readonly (string Name, string Unit, bool HigherIsBetter)[] AtVisits =
    [
        .. ByRegion("healthy", "motor neurons", true),
        .. ByRegion("stressed", "motor neurons", false),
        .. ByRegion("lost", "motor neurons", false),
        .. ByRegion("function", "", true),
        .. ByRegion("motorUnitNumber", "motor units", true),
        .. ByRegion("alsfrsDomain", "points", true),
        ("alsfrsTotal", "points", true),
        ("kingsStage", "stage", false),
        ("mitosStage", "stage", false),
        ("svcPercent", "% of predicted", true),
        ("neurofilamentPgPerMl", "pg/mL", false),
        ("toxicProtein", "", false),
        ("knockdown", "", true),
        ("drugConcentrationMgPerL", "mg/L", true),
    ];

    private static readonly (string Name, string Unit, BaselineQuantity Quantity)[] AtBaseline =
    [
        ("ageYears", "years", BaselineQuantity.AgeYears),
        ("monthsSinceSymptomOnset", "months", BaselineQuantity.MonthsSinceSymptomOnset),
        ("slopeBeforeBaseline", PointsPerMonth, BaselineQuantity.SlopeBeforeBaseline),
        ("subgroup", "", BaselineQuantity.Subgroup),
        ("bulbarOnset", "", BaselineQuantity.BulbarOnset),
        ("leadInSlope", PointsPerMonth, BaselineQuantity.LeadInSlope),
        ("site", "", BaselineQuantity.Site),
    ];

    /// <summary>All measures: those of visits, their changes, then what is known at baseline.</summary>
    public static IReadOnlyList<TrialMeasure> All { get; } =
    [
        .. AtVisits.Select((measure, number) => new TrialMeasure(measure.Name, measure.Unit, MeasureSource.Visit, number, measure.HigherIsBetter)),
        .. AtVisits.Select((measure, number) => new TrialMeasure(NameOfChange(number), measure.Unit, MeasureSource.ChangeFromBaseline, number, measure.HigherIsBetter)),
        .. AtBaseline.Select(measure => new TrialMeasure(measure.Name, measure.Unit, MeasureSource.Baseline, (int)measure.Quantity, HigherIsBetter: false)),
    ];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(measure => measure.Name)];

    private static readonly Dictionary<string, TrialMeasure> ByName = All.ToDictionary(measure => measure.Name, StringComparer.Ordinal);

    /// <summary>The measure of a name, or null.</summary>
    public static TrialMeasure? Find(string? name) => name is not null && ByName.TryGetValue(name, out var measure) ? measure : null;

    /// <summary>True for one quantity known at baseline.</summary>
    public static bool Is(this TrialMeasure measure, BaselineQuantity quantity) => measure.Source == MeasureSource.Baseline && measure.Number == (int)quantity;

    /// <summary>True for a measure of the ALSFRS-R total at visits or its change.</summary>
    public static bool IsTotal(this TrialMeasure measure) => measure.Source != MeasureSource.Baseline && measure.Number == MeasureCatalogue.AlsfrsTotal;

    private static string NameOfChange(int number) => number == MeasureCatalogue.AlsfrsTotal ? AlsfrsChange : AtVisits[number].Name + Change;

    private static IEnumerable<(string, string, bool)> ByRegion(string name, string unit, bool higherIsBetter) =>
        Regions.Select(region => ($"{name}.{region}", unit, higherIsBetter));
}

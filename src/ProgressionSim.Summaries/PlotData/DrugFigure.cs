using ProgressionSim.Engine.Recording;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Summaries.Findings;
using ProgressionSim.Summaries.Series;

namespace ProgressionSim.Summaries.PlotData;

/// <summary>The drug: concentration, knock-down and toxic protein, in one arm for each way of treating.</summary>
public static class DrugFigure
{
    /// <summary>Builds the figure.</summary>
    /// <param name="summary">The results.</param>
    /// <returns>The figure; null when no arm has a treatment that lowers the toxic protein.</returns>
    public static Figure? Build(RunSummary summary)
    {
        var all = summary.Arms.Where(arm => Has(summary, arm, treatment => treatment is AntisenseTreatment or KnockdownTreatment)).ToArray();
        if (all.Length == 0)
        {
            return null;
        }

        var silencing = OneForEachTreatment(summary, all);
        var dosed = silencing.Where(arm => Has(summary, arm, treatment => treatment is AntisenseTreatment)).ToArray();
        var month = Words.OutcomeMonth(summary);
        string Mean(ArmSummary arm, string measure) => NumberText.Percent(arm[measure].Mean[summary.MonthIndex(month)], 0);

        var panels = new List<Panel>();
        if (dosed.Length > 0)
        {
            var highest = FigureParts.RoundedUp(dosed.SelectMany(arm => arm["drugConcentrationMgPerL"].Spread!.P75.Concat(arm["drugConcentrationMgPerL"].Mean)), 1e-6);
            panels.Add(PanelOf(summary, dosed, "drugConcentrationMgPerL", "Concentration", new("Concentration (mg/L)", 0, highest)));
        }

        panels.Add(PanelOf(summary, silencing, "knockdown", "Knock-down", new("Knock-down (fraction)", 0, 1, 0.25)));
        panels.Add(PanelOf(summary, silencing, "toxicProtein", "Toxic protein", new("Toxic protein (of untreated)", 0, 1, 0.25)));
        return new()
        {
            Id = "drug",
            Title = $"Mean toxic protein at month {month}, of the untreated level, among those alive: {Words.ByArm(all.Take(3), arm => Mean(arm, "toxicProtein"))}",
            Caption = "Means (lines) and the middle half of patients (bands) among patients alive at each month"
                + (silencing.Count < all.Length ? $", in {Words.List([.. silencing.Select(arm => arm.Name)])}; arms treated alike differ only in the start. " : ". ")
                + "Values are read once a month, so rises and falls between two doses do not show in full.",
            AlternativeText = $"At month {month} among those alive, mean knock-down: {Words.ByArm(all, arm => Mean(arm, "knockdown"))}; "
                + $"mean toxic protein: {Words.ByArm(all, arm => Mean(arm, "toxicProtein"))}.",
            Panels = panels,
            Columns = panels.Count,
        };
    }

    /// <summary>
    /// Of the arms treated alike, the one whose patients start closest together: the rise and the doses of arms that start at different times would
    /// hide each other.
    /// </summary>
    private static IReadOnlyList<ArmSummary> OneForEachTreatment(RunSummary summary, IEnumerable<ArmSummary> arms) =>
    [
        .. arms.GroupBy(arm => TimingGroup.TreatmentsOf(summary, arm), StringComparer.Ordinal)
            .Select(group => group.OrderBy(StartSpread).First()),
    ];

    private static double StartSpread(ArmSummary arm)
    {
        var start = arm.Milestones.First(milestone => milestone.Milestone == CourseMilestone.TreatmentStart);
        return start is { P25Months: { } early, P75Months: { } late } ? late - early : double.PositiveInfinity;
    }

    private static bool Has(RunSummary summary, ArmSummary arm, Func<Treatment, bool> kind) =>
        summary.Plan.Arms[arm.Index].Treatments.Any(treatment => kind(summary.Plan.Treatments[treatment.TreatmentIndex]));

    private static Panel PanelOf(RunSummary summary, IReadOnlyList<ArmSummary> arms, string measure, string heading, Axis vertical) => new()
    {
        Heading = heading,
        Horizontal = FigureParts.TimeAxis(summary),
        Vertical = vertical,
        Layers =
        [
            .. arms.Select(arm => FigureParts.MiddleHalf(summary, arm, measure, FigureParts.ColorOf(arm))),
            .. arms.Select(arm => FigureParts.MeanLine(summary, arm, measure)),
        ],
    };
}

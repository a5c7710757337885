using ProgressionSim.Engine.Recording;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Summaries.Findings;
using ProgressionSim.Summaries.Series;

namespace ProgressionSim.Summaries.Answers;

/// <summary>What a reader must know before using the answer.</summary>
internal static class CautionList
{
    // More starts than this put off to biological onset, and the arm no longer tests the start it names.
    private const double ManyPutOff = 0.10;

    /// <summary>One paragraph each.</summary>
    public static IReadOnlyList<string> Of(RunSummary summary) =>
    [
        "This is a simulation for research and teaching. It is not medical advice, and it does not show that any treatment works: effects of treatments are assumptions put into the model.",
        "Intervals show only the chance of simulating a limited number of patients. More patients make them narrower, but not the parameters more certain.",
        WhoCounts(summary),
        .. summary.Arms.Where(arm => arm.Treated).Select(arm => Starts(summary, arm)),
        .. Courses(summary),
        .. summary.Arms.Count > 1
            ? ["Twins in different arms share their random numbers. What one patient gains depends on how these are shared, so only means and the distribution within each arm are findings; effects on single patients are not."]
            : Array.Empty<string>(),
        Resolution(summary),
    ];

    private static string WhoCounts(RunSummary summary)
    {
        var left = summary.PatientsWithoutOrigin == 0
            ? $"All {NumberText.Count(summary.PatientsAnalysed)} simulated patients are analysed."
            : $"{NumberText.Count(summary.PatientsAnalysed)} patients are analysed; {NumberText.Count(summary.PatientsWithoutOrigin)} are left out of every arm because their untreated twin did not live to reach "
                + $"{Words.Origin(summary)} within {summary.Plan.MaximumMonthsToOrigin} months of biological onset.";
        var origin = summary.Plan.ReportFrom == Engine.Running.ReportOrigin.BiologicalOnset
            ? "Month 0 is the patient's biological onset."
            : $"Month 0 is {Words.Origin(summary)} of the patient's untreated twin in every arm, so patients whom treatment keeps well stay in.";
        return $"{left} {origin} Scores said to count the dead as 0 include every analysed patient; \"among those alive\" leaves out the dead, so arms with more deaths may look better there.";
    }

    private static string Starts(RunSummary summary, ArmSummary arm)
    {
        var putOff = arm.StartedAtBiologicalOnset / (double)Math.Max(1, summary.PatientsAnalysed);
        var start = arm.MedianStartMonths is { } months
            ? $"{arm.Name}: the median actual start is month {NumberText.SignedMonths(months)} from {Words.Origin(summary)}."
            : $"{arm.Name}: no patient started treatment.";
        var never = arm.NeverTreated == 0 ? "" : $" {NumberText.Count(arm.NeverTreated)} patients were never treated and count as they are.";
        var early = arm.StartedAtBiologicalOnset == 0
            ? ""
            : $" {NumberText.Percent(putOff)} of patients ({NumberText.Count(arm.StartedAtBiologicalOnset)}) would have started before biological onset; their start was put off to it.";
        var caution = putOff > ManyPutOff ? " Caution: this is more than 10 %, so the arm tests a later start than its name says." : "";
        return start + early + caution + never;
    }

    private static IEnumerable<string> Courses(RunSummary summary)
    {
        var early = summary.Arms.Where(arm => arm.DeathsBeforeOrigin > 0).ToArray();
        if (early.Length > 0)
        {
            yield return $"Deaths before {Words.Origin(summary)} count as deaths at month 0: {Words.ByArm(early, arm => NumberText.Count(arm.DeathsBeforeOrigin))}.";
        }

        var well = summary.Arms.Where(arm => arm.NeverSymptomatic > 0).ToArray();
        if (well.Length > 0)
        {
            yield return $"Patients without symptoms to the end of follow-up or their death: {Words.ByArm(well, arm => NumberText.Count(arm.NeverSymptomatic))}.";
        }
    }

    private static string Resolution(RunSummary summary)
    {
        var measures = new MeasureCatalogue(summary.Plan.Disease).Observed;
        static double Width(HistogramBins bins) => bins.LowerEdge(2) - bins.LowerEdge(1);

        var neurons = Enum.GetValues<Region>().Max(region => Width(measures[MeasureCatalogue.Healthy + (int)region].Bins));
        var neurofilament = measures[MeasureCatalogue.Neurofilament].Bins;
        return "Quantiles of scores and stages are exact. Others are read from histograms and may be off by one bin: "
            + $"{NumberText.Fixed(neurons, 1)} motor neurons in a region, {NumberText.Fixed(Width(measures[MeasureCatalogue.Svc].Bins), 1)} % of predicted vital capacity, "
            + $"{NumberText.Percent((neurofilament.LowerEdge(2) / neurofilament.LowerEdge(1)) - 1, 0)} of a neurofilament value. Means use the values themselves.";
    }
}

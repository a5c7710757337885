using System.Globalization;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Statistics.SampleSizes;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Power;

/// <summary>
/// Sample sizes by formula for the primary endpoint, where one applies at least roughly: two-armed designs without interim looks whose treatment is of benefit, those
/// from a generator's numbers without rescue and open label.
/// </summary>
internal static class ClosedForms
{
    /// <summary>Formulas that apply.</summary>
    /// <param name="design">The design.</param>
    /// <param name="power">Power asked for.</param>
    /// <param name="effect">Mean effect of simulated trials of some size; NaN when it is no benefit.</param>
    /// <param name="effectSd">Its standard deviation between them.</param>
    /// <param name="patients">That size.</param>
    public static IReadOnlyList<ClosedFormSize> Of(TrialDesign design, double power, double effect, double effectSd, int patients)
    {
        var found = new List<ClosedFormSize>();
        if (design.Arms.Count != 2 || design.Interim is not null)
        {
            return found;
        }

        if (design.Model is StatisticalPatients { Classes: [var only], Effects: var effects } && design.Rescue is null && design.OpenLabel is null)
        {
            var (placebo, active) = (effects[design.Arms[0].ModelArm], effects[design.Arms[1].ModelArm]);
            var slope = active.SlopeDifferencePerMonth[0] - placebo.SlopeDifferencePerMonth[0];
            var hazardRatio = active.HazardRatio[0] / placebo.HazardRatio[0];
            if (FromGenerator(design, power, only with { LogHazard = only.LogHazard + Math.Log(placebo.HazardRatio[0]) }, slope, hazardRatio) is { } formula)
            {
                found.Add(formula);
            }
        }

        if (double.IsFinite(effect) && effect != 0 && effectSd > 0)
        {
            var z = (Quantile(1 - design.AlphaOneSided) + Quantile(power)) * effectSd / effect;
            found.Add(new ClosedFormSize(
                patients * z * z,
                Text($"Normal approximation from the simulated effect itself: mean {effect:G4}, standard deviation {effectSd:G4} between trials of {patients} patients.")));
        }

        return found;
    }

    private static ClosedFormSize? FromGenerator(TrialDesign design, double power, PatientClass patients, double slope, double hazardRatio)
    {
        var endpoint = design.Endpoints[design.Primary];
        var months = design.Visits.Weeks.Skip(design.Visits.Baseline).Take(endpoint.Visit - design.Visits.Baseline + 1).Select(TrialTime.MonthsOfWeeks).ToArray();
        var allocation = (double)design.Arms[1].Allocation / design.Arms[0].Allocation;
        var covariance = patients.Correlation * patients.InterceptSd * patients.SlopeSd;
        var residual = patients.ResidualSd * patients.ResidualSd;
        switch (endpoint.Analysis)
        {
            case AnalysisMethod.RandomSlope when slope > 0 && residual > 0:
                var model = SlopeDifference.RandomSlope(
                    slope, months, patients.InterceptSd * patients.InterceptSd, covariance, patients.SlopeSd * patients.SlopeSd, residual, default, design.AlphaOneSided);
                return new ClosedFormSize(
                    model.ConstrainedSampleSize(power, allocation).Total,
                    Text($"Random slope model with a common baseline, slope difference {slope:G4} per month; leaves out death, dropout, missed visits and limits of the scale."));
            case AnalysisMethod.TTest or AnalysisMethod.Ancova or AnalysisMethod.Mmrm when slope > 0:
                var month = months[^1];
                var change = (patients.SlopeSd * patients.SlopeSd * month * month) + (2 * residual);
                var isAdjusted = endpoint.Analysis != AnalysisMethod.TTest;
                var withBaseline = (covariance * month) - residual;
                var variance = isAdjusted ? change - (withBaseline * withBaseline / ((patients.InterceptSd * patients.InterceptSd) + residual)) : change;
                return new ClosedFormSize(
                    new TwoMeans(slope * month, Math.Sqrt(variance), design.AlphaOneSided).SampleSize(power, allocation).Total,
                    Text($"Two means: difference {slope * month:G4} and standard deviation {Math.Sqrt(variance):G4} of the change at month {month:F1}{(isAdjusted ? ", adjusted for baseline" : "")}; leaves out death, dropout and missed visits."));
            case AnalysisMethod.LogRank or AnalysisMethod.Cox when hazardRatio < 1 && patients.Association == 0 && double.IsFinite(patients.LogHazard):
                var dropout = design.Dropout.VitalStatusKnown ? 0 : design.Dropout.RatePerMonth.Average();
                var (p0, p1) = (EventProbability(patients, 1, dropout, months[^1]), EventProbability(patients, hazardRatio, dropout, months[^1]));
                var events = new LogRankEvents(hazardRatio, design.AlphaOneSided).SchoenfeldEvents(power, allocation);
                return new ClosedFormSize(
                    events / ((p0 + (allocation * p1)) / (1 + allocation)),
                    Text($"Schoenfeld: {events:F0} events, which happen to {p0:P1} of the control and {p1:P1} of the active arm by month {months[^1]:F1}; a constant hazard ratio, no looks."));
            default:
                return null;
        }
    }

    private static double EventProbability(PatientClass patients, double hazardRatio, double dropoutPerMonth, double months) =>
        WeibullEvents.Probability(Math.Exp(patients.LogHazard) * hazardRatio, patients.HazardShape, dropoutPerMonth, months);

    private static double Quantile(double p) => StandardNormal.Quantile(p);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

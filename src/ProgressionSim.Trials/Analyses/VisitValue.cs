using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Analyses;

/// <summary>Reads measurements that a trial has recorded.</summary>
internal static class VisitValue
{
    /// <summary>Value of a visit measure or of its change from baseline.</summary>
    /// <param name="data">The trial.</param>
    /// <param name="patient">The patient.</param>
    /// <param name="visit">Index of the visit.</param>
    /// <param name="measure">A measure of visits.</param>
    /// <returns>NaN where it was not measured.</returns>
    public static double Of(TrialData data, int patient, int visit, TrialMeasure measure)
    {
        var row = data.ValuesOf(measure.Number).AsSpan(patient * data.Visits, data.Visits);
        return measure.Source == MeasureSource.ChangeFromBaseline ? row[visit] - row[data.Design.Visits.Baseline] : row[visit];
    }
}

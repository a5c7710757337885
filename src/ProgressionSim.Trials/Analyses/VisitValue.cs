using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Analyses;

/// <summary>Reads measurements that a trial has recorded.</summary>
internal static class VisitValue
{
    /// <summary>Value of a visit measure, of its change from baseline, or of what is known at baseline.</summary>
    /// <param name="data">The trial.</param>
    /// <param name="patient">The patient.</param>
    /// <param name="visit">Index of the visit; of no meaning for what is known at baseline.</param>
    /// <param name="measure">The measure.</param>
    /// <returns>NaN where it was not measured.</returns>
    public static double Of(TrialData data, int patient, int visit, TrialMeasure measure)
    {
        if (measure.Source == MeasureSource.Baseline)
        {
            return data.CovariateOf(data.PlaceOfCovariate(measure))[patient];
        }

        var row = data.ValuesOf(measure.Number).AsSpan(patient * data.Visits, data.Visits);
        return measure.Source == MeasureSource.ChangeFromBaseline ? row[visit] - row[data.Design.Visits.Baseline] : row[visit];
    }
}

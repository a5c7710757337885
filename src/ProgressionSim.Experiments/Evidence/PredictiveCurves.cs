using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;

namespace ProgressionSim.Experiments.Evidence;

/// <summary>Keeps what visual predictive checks show of every patient: ALSFRS-R and neurofilament by month, and who is alive.</summary>
internal sealed class PredictiveCurves
{
    // The share alive, and three percentiles of two measures.
    private const int CurvesOfArm = 1 + (2 * 3);

    // Fewer have no percentiles worth showing.
    private const int FewestAlive = 20;

    private static readonly int[] Measured = [MeasureCatalogue.AlsfrsTotal, MeasureCatalogue.Neurofilament];
    private static readonly int[] Percentiles = [5, 50, 95];

    private readonly int patients;
    private readonly int arms;
    private readonly int months;

    // [arm][measure][month][patient]; NaN for the dead and those without an origin.
    private readonly float[] values;
    private readonly bool[] analysed;

    /// <summary>Makes room for a cohort.</summary>
    /// <param name="run">The scenario.</param>
    /// <param name="patients">Number of patients.</param>
    public PredictiveCurves(RunPlan run, int patients)
    {
        (this.patients, arms, months) = (patients, run.Arms.Count, run.HorizonMonths + 1);
        values = new float[(long)arms * Measured.Length * months * patients];
        analysed = new bool[patients];
        Array.Fill(values, float.NaN);
    }

    /// <summary>Reads a patient.</summary>
    /// <param name="courses">The courses.</param>
    /// <param name="patient">Patient, from 0 in the table.</param>
    /// <param name="place">Place of the patient in the cohort.</param>
    public void Read(CohortView courses, int patient, int place)
    {
        analysed[place] = true;
        for (var arm = 0; arm < arms; arm++)
        {
            for (var measure = 0; measure < Measured.Length; measure++)
            {
                for (var month = 0; month < months; month++)
                {
                    values[Start(arm, measure, month) + place] = (float)courses.ValueAt(Measured[measure], arm, patient, month);
                }
            }
        }
    }

    /// <summary>All curves: [arm][curve][month]; of an arm the share alive, then 5th, 50th and 95th percentile of ALSFRS-R and of neurofilament.</summary>
    public double[] Summary()
    {
        var found = new double[arms * CurvesOfArm * months];
        var all = analysed.Count(each => each);
        for (var arm = 0; arm < arms; arm++)
        {
            for (var month = 0; month < months; month++)
            {
                var curve = arm * CurvesOfArm;
                for (var measure = 0; measure < Measured.Length; measure++)
                {
                    float[] alive = [.. values.AsSpan(Start(arm, measure, month), patients).ToArray().Where(value => !float.IsNaN(value)).Order()];
                    found[(curve * months) + month] = all == 0 ? double.NaN : (double)alive.Length / all;
                    for (var i = 0; i < Percentiles.Length; i++)
                    {
                        var place = ((curve + 1 + (measure * Percentiles.Length) + i) * months) + month;
                        found[place] = alive.Length < FewestAlive ? double.NaN : Quantile(alive, Percentiles[i] / 100.0);
                    }
                }
            }
        }

        return found;
    }

    /// <summary>Puts curves with their intervals together.</summary>
    /// <param name="run">The scenario.</param>
    /// <param name="own">Summary with the scenario's own values.</param>
    /// <param name="low">Lower ends.</param>
    /// <param name="high">Upper ends.</param>
    public static IReadOnlyList<PredictiveCheck> Checks(RunPlan run, double[] own, double[] low, double[] high)
    {
        double[] axis = [.. Enumerable.Range(0, run.HorizonMonths + 1).Select(month => (double)month)];
        PredictiveCurve Curve(int percentile, int curve)
        {
            var range = (curve * axis.Length)..((curve + 1) * axis.Length);
            return new PredictiveCurve(percentile, own[range], low[range], high[range]);
        }

        PredictiveCurve[] Band(int first) => [.. Percentiles.Select((percentile, i) => Curve(percentile, first + i))];
        return
        [
            .. Enumerable.Range(0, run.Arms.Count).SelectMany(arm =>
            {
                var first = arm * CurvesOfArm;
                return (PredictiveCheck[])
                [
                    new(arm, MeasureCatalogue.AlsfrsTotal, axis, Band(first + 1)),
                    new(arm, -1, axis, [Curve(0, first)]),
                    new(arm, MeasureCatalogue.Neurofilament, axis, Band(first + 1 + Percentiles.Length)),
                ];
            }),
        ];
    }

    private static double Quantile(float[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }

    private int Start(int arm, int measure, int month) => ((((arm * Measured.Length) + measure) * months) + month) * patients;
}

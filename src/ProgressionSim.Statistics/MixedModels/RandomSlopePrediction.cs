namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Best linear unbiased predictions (BLUPs) of the patients' random effects, at the estimates of a fit.</summary>
public static class RandomSlopePrediction
{
    /// <summary>Predicts how each patient's line departs from the mean of the patient's group.</summary>
    /// <param name="fit">An estimated fit; predictions are NaN at one that is not estimable.</param>
    /// <param name="values">Measurements [patient * visits + visit]; NaN is missing.</param>
    /// <param name="times">Times of the visits, the same for all patients, or [patient * visits + visit].</param>
    /// <param name="group">Group of each patient, 0 or 1.</param>
    /// <param name="intercepts">Receives the predicted departure at time 0 of each patient, in the unit of the measurements; 0 without a measurement.</param>
    /// <param name="slopes">Receives the predicted departure of the slope of each patient.</param>
    /// <exception cref="ArgumentException">Lengths do not fit together, a group is not 0 or 1, or a time needed is not finite.</exception>
    /// <remarks>
    /// D Z' V^-1 (y - X beta): Henderson, Biometrics 31:423-447 (1975), doi:10.2307/2529430. With Gamma = D / residual variance it is
    /// Gamma (I + Z'Z Gamma)^-1 Z'(y - X beta). Pure, so thread-safe; allocates nothing.
    /// </remarks>
    public static void Predict(
        in RandomSlopeFit fit, ReadOnlySpan<double> values, ReadOnlySpan<double> times, ReadOnlySpan<int> group, Span<double> intercepts, Span<double> slopes)
    {
        var visits = RandomSlopeShapes.Visits(values, times, group);
        if (intercepts.Length != group.Length || slopes.Length != group.Length)
        {
            throw new ArgumentException("There must be room for one prediction for each patient.", nameof(intercepts));
        }

        var own = times.Length != visits;
        var c = fit.Components;
        var gamma = (1 / c.Residual) * new Symmetric2(c.Intercept, c.Covariance, c.Slope);
        for (var patient = 0; patient < group.Length; patient++)
        {
            var row = values.Slice(patient * visits, visits);
            var t = own ? times.Slice(patient * visits, visits) : times;
            var intercept = fit.FixedEffects.InterceptOf(group[patient]);
            var slope = fit.FixedEffects.SlopeOf(group[patient]);
            double count = 0, t1 = 0, t2 = 0, s1 = 0, s2 = 0;
            for (var visit = 0; visit < visits; visit++)
            {
                if (!double.IsNaN(row[visit]))
                {
                    var residual = row[visit] - intercept - (slope * t[visit]);
                    count++;
                    t1 += t[visit];
                    t2 += t[visit] * t[visit];
                    s1 += residual;
                    s2 += residual * t[visit];
                }
            }

            // I + Z'Z Gamma, solved by Cramer's rule.
            var a11 = 1 + (count * gamma.A11) + (t1 * gamma.A12);
            var a12 = (count * gamma.A12) + (t1 * gamma.A22);
            var a21 = (t1 * gamma.A11) + (t2 * gamma.A12);
            var a22 = 1 + (t1 * gamma.A12) + (t2 * gamma.A22);
            var determinant = (a11 * a22) - (a12 * a21);
            var x1 = ((a22 * s1) - (a12 * s2)) / determinant;
            var x2 = ((a11 * s2) - (a21 * s1)) / determinant;
            intercepts[patient] = (gamma.A11 * x1) + (gamma.A12 * x2);
            slopes[patient] = (gamma.A12 * x1) + (gamma.A22 * x2);
        }
    }
}

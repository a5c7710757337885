using MathNet.Numerics.Integration;

namespace ProgressionSim.Statistics.Tests.JointModels;

/// <summary>The joint log likelihood as it is written on paper: two nested integrals over intercept and slope, one over time, no closed forms.</summary>
internal static class PlainJointLikelihood
{
    private const int Grid = 33;

    /// <summary>Parameters: intercept, slope, slope effect, var intercept, covariance, var slope, residual variance, log hazard, direct effect, association,
    /// shape.</summary>
    public static double At(JointTrial trial, double[] p)
    {
        var total = 0.0;
        for (var i = 0; i < trial.Patients; i++)
        {
            total += Math.Log(Patient(trial, i, p));
        }

        return total;
    }

    private static double Patient(JointTrial trial, int i, double[] p)
    {
        // Trapezoids over a box 8 posterior deviations to each side: the box is found from the least squares line where there is one.
        var visits = trial.Visits.Length;
        var values = trial.Values.AsSpan(i * visits, visits).ToArray();
        double mean1 = p[1] + (p[2] * trial.Group[i]), determinant = (p[3] * p[5]) - (p[4] * p[4]);
        double q0 = p[5] / determinant, q1 = -p[4] / determinant, q2 = p[3] / determinant, n = 0, st = 0, stt = 0, sy = 0, sty = 0;
        for (var j = 0; j < visits; j++)
        {
            if (!double.IsNaN(values[j]))
            {
                n++;
                st += trial.Visits[j];
                stt += trial.Visits[j] * trial.Visits[j];
                sy += values[j];
                sty += trial.Visits[j] * values[j];
            }
        }

        double a = q0 + (n / p[6]), b = q1 + (st / p[6]), c = q2 + (stt / p[6]), d = (a * c) - (b * b);
        double h0 = (q0 * p[0]) + (q1 * mean1) + (sy / p[6]), h1 = (q1 * p[0]) + (q2 * mean1) + (sty / p[6]);
        double center0 = ((c * h0) - (b * h1)) / d, center1 = ((a * h1) - (b * h0)) / d;
        double reach0 = 8 * Math.Sqrt(c / d), reach1 = 8 * Math.Sqrt(a / d), step0 = 2 * reach0 / (Grid - 1), step1 = 2 * reach1 / (Grid - 1), sum = 0;
        for (var k = 0; k < Grid; k++)
        {
            for (var l = 0; l < Grid; l++)
            {
                double b0 = center0 - reach0 + (k * step0), b1 = center1 - reach1 + (l * step1), e0 = b0 - p[0], e1 = b1 - mean1;
                var log = -Math.Log(2 * Math.PI) - (0.5 * Math.Log(determinant)) - (0.5 * ((q0 * e0 * e0) + (2 * q1 * e0 * e1) + (q2 * e1 * e1)));
                for (var j = 0; j < visits; j++)
                {
                    if (!double.IsNaN(values[j]))
                    {
                        var error = values[j] - b0 - (b1 * trial.Visits[j]);
                        log -= 0.5 * (Math.Log(2 * Math.PI * p[6]) + (error * error / p[6]));
                    }
                }

                double level = p[7] + (p[8] * trial.Group[i]) + (p[9] * b0), end = trial.Times[i];
                if (trial.Events[i])
                {
                    log += Math.Log(p[10]) + ((p[10] - 1) * Math.Log(end)) + level + (p[9] * b1 * end);
                }

                // The power of t at 0 is taken out by t = end z^3.
                var cumulative = GaussLegendreRule.Integrate(
                    z => 3 * end * z * z * p[10] * Math.Pow(end * z * z * z, p[10] - 1) * Math.Exp(level + (p[9] * b1 * end * z * z * z)), 0, 1, 20);
                sum += Math.Exp(log - cumulative);
            }
        }

        return sum * step0 * step1;
    }
}

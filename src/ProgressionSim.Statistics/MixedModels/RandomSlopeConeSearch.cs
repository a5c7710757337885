using System.Runtime.Intrinsics;

namespace ProgressionSim.Statistics.MixedModels;

/// <summary>
/// Damped Newton's method over all permitted covariances, with their boundary: Gamma = L L', with L lower triangular with entries a, b (below a) and c.
/// </summary>
/// <remarks>
/// A value of c = 0 is a correlation of -1 or 1 (or one variance 0); it is a stationary point in c by symmetry, and an optimum in c exactly if the derivative
/// by the slope variance is not negative there. Likewise for L = 0. A step is taken only if it lowers the criterion.
/// </remarks>
internal sealed class RandomSlopeConeSearch(RandomSlopeCriterion criterion, RandomSlopePatterns patterns)
{
    private const int MostIterations = 200;

    // What the random effects may add to the largest variance of a patient's coefficients, relative to the residual's share, to be taken for 0.
    private const double Negligible = 1e-3;

    private double a, b, c;
    private double slopeScale, interceptScale;

    /// <summary>Moves the criterion to its optimum over the permitted covariances; false if none was found.</summary>
    /// <param name="start">Positive definite.</param>
    /// <param name="iterations">Counted on.</param>
    /// <param name="boundary">Where the optimum lies.</param>
    public bool TryFind(Symmetric2 start, ref int iterations, out RandomSlopeBoundary boundary)
    {
        boundary = RandomSlopeBoundary.Interior;
        slopeScale = patterns.LargestTimeSpread;
        interceptScale = LargestCount();
        a = Math.Sqrt(start.A11);
        b = start.A12 / a;
        c = Math.Sqrt(start.A22 - (b * b));
        var released = false;
        if (!criterion.TryMeans(start))
        {
            return false;
        }

        var value = criterion.Value();
        for (var i = 0; i < MostIterations; i++)
        {
            criterion.Differentiate();
            iterations++;
            var g = criterion.Gradient;
            if (TryEnter(ref boundary, ref value, released))
            {
                continue;
            }

            if (boundary == RandomSlopeBoundary.NoVariation)
            {
                // Optimal if no direction of growth lowers the criterion.
                return g.Intercept >= 0 && g.Slope >= 0 && 4 * g.Intercept * g.Slope >= g.Covariance * g.Covariance;
            }

            var gradient = RandomSlopeFactor.Gradient(g, a, b, c);
            var hessian = RandomSlopeFactor.Hessian(criterion, a, b, c);
            if (boundary == RandomSlopeBoundary.RankOne)
            {
                hessian = hessian with { A13 = 0, A23 = 0, A33 = 1 };
            }

            var (step, damped) = Step(hessian, gradient);
            var slope = (gradient.A * step.X1) + (gradient.B * step.X2) + (gradient.C * step.X3);
            if (!damped && 0.5 * slope < RandomSlopeNewton.LastStep)
            {
                Move(step, 1);
                if (!criterion.TryMeans(RandomSlopeFactor.Gamma(a, b, c)))
                {
                    return false;
                }

                criterion.Differentiate();
                iterations++;
                if (boundary == RandomSlopeBoundary.RankOne && criterion.Gradient.Slope < 0 && !released)
                {
                    // Inside it is better after all.
                    released = true;
                    boundary = RandomSlopeBoundary.Interior;
                    c = Math.Sqrt(Negligible / slopeScale);
                    if (!criterion.TryMeans(RandomSlopeFactor.Gamma(a, b, c)))
                    {
                        return false;
                    }

                    value = criterion.Value();
                    continue;
                }

                return true;
            }

            if (!TryDescend(step, slope, ref value))
            {
                return false;
            }
        }

        return false;
    }

    // Puts what is negligible to 0 where the criterion does not lose by it.
    private bool TryEnter(ref RandomSlopeBoundary boundary, ref double value, bool released)
    {
        var g = criterion.Gradient;
        var small = ((a * a) * interceptScale) + (((b * b) + (c * c)) * slopeScale) < Negligible;
        var noVariation = small && g.Intercept > 0 && g.Slope > 0 && 4 * g.Intercept * g.Slope > g.Covariance * g.Covariance;
        if (boundary != RandomSlopeBoundary.NoVariation && noVariation && TryTake(0, 0, 0, ref value))
        {
            boundary = RandomSlopeBoundary.NoVariation;
            return true;
        }

        if (boundary == RandomSlopeBoundary.Interior && !released && c * c * slopeScale < Negligible && g.Slope > 0 && TryTake(a, b, 0, ref value))
        {
            boundary = RandomSlopeBoundary.RankOne;
            return true;
        }

        return false;
    }

    private bool TryTake(double newA, double newB, double newC, ref double value)
    {
        if (criterion.TryMeans(RandomSlopeFactor.Gamma(newA, newB, newC)))
        {
            var found = criterion.Value();
            if (found <= value)
            {
                (a, b, c) = (newA, newB, newC);
                value = found;
                return true;
            }
        }

        criterion.TryMeans(RandomSlopeFactor.Gamma(a, b, c));
        return false;
    }

    private bool TryDescend((double X1, double X2, double X3) step, double slope, ref double value)
    {
        var (fromA, fromB, fromC) = (a, b, c);
        var rounding = 1e-12 * (1 + Math.Abs(value));
        for (var share = 1.0; share > 1e-9; share *= 0.5)
        {
            (a, b, c) = (fromA, fromB, fromC);
            Move(step, share);
            if (criterion.TryMeans(RandomSlopeFactor.Gamma(a, b, c)))
            {
                var found = criterion.Value();
                if (found <= value - (1e-4 * share * slope) + rounding)
                {
                    value = found;
                    return true;
                }
            }
        }

        return false;
    }

    private void Move((double X1, double X2, double X3) step, double share)
    {
        a -= share * step.X1;
        b -= share * step.X2;
        c -= share * step.X3;
    }

    private ((double X1, double X2, double X3) Step, bool Damped) Step(Symmetric3 h, (double A, double B, double C) g)
    {
        if (h.TrySolve(g, out var step))
        {
            return (step, false);
        }

        // Scales of the three entries keep the damping free of the unit of time.
        var unit = Math.Max(Math.Abs(h.A11), 1);
        var unitB = Math.Max(Math.Max(Math.Abs(h.A22), Math.Abs(h.A33)), unit * slopeScale / interceptScale);
        for (var damping = 1e-3; damping < 1e12; damping *= 10)
        {
            var more = new Symmetric3(h.A11 + (damping * unit), h.A12, h.A13, h.A22 + (damping * unitB), h.A23, h.A33 + (damping * unitB));
            if (more.TrySolve(g, out step))
            {
                return (step, true);
            }
        }

        return (default, true);
    }

    private double LargestCount()
    {
        var largest = 1.0;
        foreach (ref readonly var block in patterns.Blocks)
        {
            for (var lane = 0; lane < 4; lane++)
            {
                largest = Math.Max(largest, block.G11.GetElement(lane));
            }
        }

        return largest;
    }
}

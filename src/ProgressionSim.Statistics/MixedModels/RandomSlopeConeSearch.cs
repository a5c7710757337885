using System.Runtime.Intrinsics;

namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Damped Newton's method over all permitted covariances of the random effects and their boundary, in the entries of a triangular factor.</summary>
/// <remarks>
/// A value of c = 0 in the factor is rank 1 (a correlation of -1 or 1, or one variance 0); it is a stationary point in c by symmetry, and an optimum in c exactly
/// if the derivative by the second variance is not negative there. Likewise for a = b = c = 0. A step is taken only if it lowers the criterion.
/// </remarks>
internal sealed class RandomSlopeConeSearch(RandomSlopeCriterion criterion, RandomSlopePatterns patterns)
{
    private const int MostIterations = 200;

    // What a random effect may add to the variance of the patient's own coefficient, relative to the residual's share, for 0 to be tried in its place.
    private const double Negligible = 1e-3;

    private RandomSlopeFactor at;
    private RandomSlopeBoundary boundary;
    private double value, interceptScale, slopeScale;
    private bool released;

    /// <summary>Moves the criterion to its optimum over the permitted covariances; false if none was found.</summary>
    /// <param name="start">Positive definite.</param>
    /// <param name="iterations">Counted on.</param>
    /// <param name="found">Where the optimum lies.</param>
    public bool TryFind(Symmetric2 start, ref int iterations, out RandomSlopeBoundary found)
    {
        slopeScale = patterns.LargestTimeSpread;
        interceptScale = LargestCount();
        at = RandomSlopeFactor.Of(start, start.A22 * slopeScale > start.A11 * interceptScale);
        boundary = RandomSlopeBoundary.Interior;
        released = false;
        var optimal = criterion.TryMeans(start) && TrySearch(ref iterations);
        found = boundary;
        return optimal;
    }

    private double SecondScale => at.SlopeLeads ? interceptScale : slopeScale;

    private double SecondDerivative => at.SlopeLeads ? criterion.Gradient.Intercept : criterion.Gradient.Slope;

    private bool TrySearch(ref int iterations)
    {
        value = criterion.Value();
        for (var i = 0; i < MostIterations; i++)
        {
            criterion.Differentiate();
            iterations++;
            if (TryEnter())
            {
                continue;
            }

            var g = criterion.Gradient;
            if (boundary == RandomSlopeBoundary.NoVariation)
            {
                return GrowthRaises(g);
            }

            var gradient = at.Gradient(g);
            var (step, damped) = Step(at.Hessian(criterion.Hessian, g), gradient);
            var descent = (gradient.X1 * step.X1) + (gradient.X2 * step.X2) + (gradient.X3 * step.X3);
            if (!damped && 0.5 * descent < RandomSlopeNewton.LastStep)
            {
                at = at.Less(step, 1);
                if (!criterion.TryMeans(at.Gamma))
                {
                    return false;
                }

                criterion.Differentiate();
                iterations++;
                if (boundary != RandomSlopeBoundary.RankOne || SecondDerivative >= 0 || released)
                {
                    return true;
                }

                // Inside it is better after all.
                released = true;
                boundary = RandomSlopeBoundary.Interior;
                at = at with { C = Math.Sqrt(Negligible / SecondScale) };
                if (!criterion.TryMeans(at.Gamma))
                {
                    return false;
                }

                value = criterion.Value();
            }
            else if (!TryDescend(step, descent))
            {
                return false;
            }
        }

        return false;
    }

    private static bool GrowthRaises((double Intercept, double Slope, double Covariance) g) =>
        g.Intercept >= 0 && g.Slope >= 0 && 4 * g.Intercept * g.Slope >= g.Covariance * g.Covariance;

    // Puts what is negligible to 0 where the criterion does not lose by it.
    private bool TryEnter()
    {
        var gamma = at.Gamma;
        if (boundary != RandomSlopeBoundary.NoVariation
            && (gamma.A11 * interceptScale) + (gamma.A22 * slopeScale) < Negligible
            && GrowthRaises(criterion.Gradient)
            && TryTake(at with { A = 0, B = 0, C = 0 }))
        {
            boundary = RandomSlopeBoundary.NoVariation;
            return true;
        }

        if (boundary == RandomSlopeBoundary.Interior
            && !released
            && at.C * at.C * SecondScale < Negligible
            && SecondDerivative > 0
            && TryTake(at with { C = 0 }))
        {
            boundary = RandomSlopeBoundary.RankOne;
            return true;
        }

        return false;
    }

    private bool TryTake(RandomSlopeFactor other)
    {
        if (criterion.TryMeans(other.Gamma))
        {
            var found = criterion.Value();
            if (found <= value + Rounding)
            {
                at = other;
                value = found;
                return true;
            }
        }

        // The derivatives are still those of this point; its means are formed again.
        criterion.TryMeans(at.Gamma);
        return false;
    }

    private double Rounding => 1e-12 * (1 + Math.Abs(value));

    private bool TryDescend((double X1, double X2, double X3) step, double descent)
    {
        var from = at;
        for (var share = 1.0; share > 1e-9; share *= 0.5)
        {
            at = from.Less(step, share);
            if (criterion.TryMeans(at.Gamma))
            {
                var found = criterion.Value();
                if (found <= value - (1e-4 * share * descent) + Rounding)
                {
                    value = found;
                    return true;
                }
            }
        }

        return false;
    }

    private ((double X1, double X2, double X3) Step, bool Damped) Step(Symmetric3 h, (double X1, double X2, double X3) g)
    {
        if (boundary == RandomSlopeBoundary.RankOne)
        {
            h = h with { A13 = 0, A23 = 0, A33 = 1 };
        }

        if (h.TrySolve(g, out var step))
        {
            return (step, false);
        }

        // Damping is free of the unit of time.
        var unit = Math.Max(Math.Max(Math.Abs(h.A11) / FirstScale, Math.Abs(h.A22) / SecondScale), 1);
        if (boundary == RandomSlopeBoundary.Interior)
        {
            unit = Math.Max(unit, Math.Abs(h.A33) / SecondScale);
        }

        var (unitA, unitB) = (unit * FirstScale, unit * SecondScale);
        for (var damping = 1e-3; damping < 1e12; damping *= 10)
        {
            var more = h with { A11 = h.A11 + (damping * unitA), A22 = h.A22 + (damping * unitB), A33 = h.A33 + (damping * unitB) };
            if (more.TrySolve(g, out step))
            {
                return (step, true);
            }
        }

        return (default, true);
    }

    private double FirstScale => at.SlopeLeads ? slopeScale : interceptScale;

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

namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Newton's method from a good start towards an optimum inside the permitted covariances; gives up rather than search.</summary>
/// <remarks>
/// A step X leads to Gamma + X + X Gamma^-1 X / 2, the beginning of an exponential: likelihoods are more nearly quadratic in logarithms of variances, which saves
/// an iteration or two.
/// </remarks>
internal static class RandomSlopeNewton
{
    /// <summary>
    /// Squared length of a step in standard errors below which it is the last one: the error after it is about the square of its length, far below 1e-8.
    /// </summary>
    public const double LastStep = 1e-8;

    private const double Nothing = 1e-18;
    private const int MostIterations = 10;

    /// <summary>Moves the criterion to its optimum; false if the way there is not plain, with the criterion at the last point tried.</summary>
    /// <param name="criterion">Left with means and derivatives at the optimum.</param>
    /// <param name="start">Positive definite.</param>
    /// <param name="iterations">Counted on.</param>
    public static bool TryFind(RandomSlopeCriterion criterion, Symmetric2 start, ref int iterations)
    {
        var gamma = start;
        var previous = double.PositiveInfinity;
        for (var i = 0; i < MostIterations; i++)
        {
            if (!criterion.TryMeans(gamma))
            {
                return false;
            }

            criterion.Differentiate();
            iterations++;

            // Far away the expected second derivatives are the better guide, close by the observed ones.
            var scoring = i == 0;
            var g = criterion.Gradient;
            var inverse = (1 / gamma.Determinant) * new Symmetric2(gamma.A22, -gamma.A12, gamma.A11);
            if (!(scoring ? criterion.Expected : Curved(criterion.Hessian, g, inverse)).TrySolve(g, out var step))
            {
                return false;
            }

            var length = 0.5 * ((g.Intercept * step.X1) + (g.Slope * step.X2) + (g.Covariance * step.X3));
            if (length < Nothing)
            {
                return !scoring || criterion.Hessian.TrySolve(g, out _);
            }

            if (!(length < previous))
            {
                return false;
            }

            gamma = new Symmetric2(gamma.A11 - step.X1, gamma.A12 - step.X3, gamma.A22 - step.X2);
            if (!(gamma.A11 > 0 && gamma.A22 > 0 && gamma.Determinant > 0))
            {
                return false;
            }

            if (!scoring)
            {
                gamma += Bend(step, inverse);
            }

            if (!scoring && length < LastStep)
            {
                iterations++;
                if (!criterion.TryMeans(gamma))
                {
                    return false;
                }

                criterion.Differentiate();
                return true;
            }

            previous = scoring ? double.PositiveInfinity : length;
        }

        return false;
    }

    // Second derivatives along Gamma + X + X Gamma^-1 X / 2, where X is the step.
    private static Symmetric3 Curved(Symmetric3 h, (double Intercept, double Slope, double Covariance) g, Symmetric2 inverse)
    {
        var half = 0.5 * g.Covariance;
        return new Symmetric3(
            h.A11 + (g.Intercept * inverse.A11),
            h.A12 + (half * inverse.A12),
            h.A13 + (half * inverse.A11) + (g.Intercept * inverse.A12),
            h.A22 + (g.Slope * inverse.A22),
            h.A23 + (half * inverse.A22) + (g.Slope * inverse.A12),
            h.A33 + (g.Covariance * inverse.A12) + (g.Intercept * inverse.A22) + (g.Slope * inverse.A11));
    }

    private static Symmetric2 Bend((double X1, double X2, double X3) x, Symmetric2 inverse)
    {
        var m11 = (x.X1 * inverse.A11) + (x.X3 * inverse.A12);
        var m12 = (x.X1 * inverse.A12) + (x.X3 * inverse.A22);
        var m21 = (x.X3 * inverse.A11) + (x.X2 * inverse.A12);
        var m22 = (x.X3 * inverse.A12) + (x.X2 * inverse.A22);
        return new Symmetric2(
            0.5 * ((m11 * x.X1) + (m12 * x.X3)), 0.5 * ((m11 * x.X3) + (m12 * x.X2)), 0.5 * ((m21 * x.X3) + (m22 * x.X2)));
    }
}

namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Newton's method from a good start towards an optimum inside the permitted covariances; gives up rather than search.</summary>
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
            if (!(scoring ? criterion.Expected : criterion.Hessian).TrySolve(criterion.Gradient, out var step))
            {
                return false;
            }

            var g = criterion.Gradient;
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
}

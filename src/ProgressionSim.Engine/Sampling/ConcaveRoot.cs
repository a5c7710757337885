namespace ProgressionSim.Engine.Sampling;

/// <summary>Solves for the argument of a given probability.</summary>
internal static class ConcaveRoot
{
    private const int MaximumSteps = 200;

    /// <summary>Finds t with probability <paramref name="p"/>.</summary>
    /// <param name="tail">Rising, log-concave probability.</param>
    /// <param name="p">More than 0, at most 1/2.</param>
    /// <param name="start">First guess, between the bounds.</param>
    /// <param name="lower">Lower bound of t.</param>
    /// <param name="upper">Upper bound of t.</param>
    /// <remarks>
    /// Newton's iteration on log P. From the left of the root it can only rise towards it, because the tangent of a
    /// concave function lies above the function; steps out of the bracket become bisections. The order of operations
    /// and the limit of steps are fixed, so the bits are too.
    /// </remarks>
    public static double Solve<TTail>(in TTail tail, double p, double start, double lower, double upper)
        where TTail : struct, IRisingTail
    {
        double t = start;
        for (int i = 0; i < MaximumSteps; i++)
        {
            double value = tail.Evaluate(t, out double slope);
            if (value < p)
            {
                lower = t;
            }
            else
            {
                upper = t;
            }

            double next = t - (PortableMath.Log(value / p) * value / slope);
            bool inside = next >= lower && next <= upper;
            if (inside && Math.Abs(next - t) <= 1e-9)
            {
                // The error left is of the order of this step's square, below rounding.
                return next;
            }

            t = inside ? next : 0.5 * (lower + upper);
            if (upper - lower <= 4e-16 * Math.Abs(t))
            {
                return t;
            }
        }

        return t;
    }
}

namespace ProgressionSim.Model.Pools;

/// <summary>Decay over one step, from + - * / alone so that every platform gets the same bits.</summary>
public static class ExponentialDecay
{
    /// <summary>ln 2: a half-life times its rate. A constant, because the platform's own logarithm may differ in its last bit.</summary>
    public const double LogOfTwo = 0.69314718055994530942;

    /// <summary>e^-x: what is left after a step.</summary>
    /// <param name="x">Rate times step, at least 0.</param>
    public static float Kept(double x)
    {
        // e^-x = (e^(-x / 2^n))^(2^n) with the inner exponential by a Taylor series that has converged.
        var halvings = 0;
        while (x > 0.5)
        {
            x /= 2;
            halvings++;
        }

        double term = 1, sum = 1;
        for (var i = 1; i <= 20; i++)
        {
            term *= -x / i;
            sum += term;
        }

        for (; halvings > 0; halvings--)
        {
            sum *= sum;
        }

        return (float)sum;
    }

    /// <summary>(1 - e^-x) / x: what is left on average over a step; 1 at x = 0.</summary>
    /// <param name="x">Rate times step, at least 0.</param>
    public static float KeptOnAverage(double x)
    {
        // The series where cancellation would bite, the closed form elsewhere.
        if (x > 0.5)
        {
            return (float)((1 - (double)Kept(x)) / x);
        }

        double term = 1, sum = 1;
        for (var i = 2; i <= 21; i++)
        {
            term *= -x / i;
            sum += term;
        }

        return (float)sum;
    }
}

using System.Collections.Immutable;
using MathNet.Numerics.Distributions;

namespace ProgressionSim.Statistics.Sequential;

/// <summary>Finds bounds that give stated crossing probabilities.</summary>
internal static class BoundSearch
{
    /// <summary>Error below this at one look counts as none; the integration holds no digits of it.</summary>
    public const double Negligible = 1e-18;

    private const double Farthest = 40;

    /// <summary>Upper bounds that spend the given error under no drift, lower bounds ignored.</summary>
    /// <param name="information">Information at the looks, ascending.</param>
    /// <param name="spent">Error spent up to each look, never falling.</param>
    /// <returns>One z a look; infinity where nothing is spent.</returns>
    public static ImmutableArray<double> Upper(ReadOnlySpan<double> information, ReadOnlySpan<double> spent)
    {
        var density = new ContinuationDensity(information, 0);
        var bounds = new double[information.Length];
        for (var k = 0; k < bounds.Length; k++)
        {
            bounds[k] = Upper(density, k == 0, spent[k] - (k == 0 ? 0 : spent[k - 1]));
            if (k + 1 < bounds.Length)
            {
                density.Continue(double.NegativeInfinity, bounds[k]);
            }
        }

        return [.. bounds];
    }

    /// <summary>Upper bounds c I^(shape - 1/2), with the constant that spends the error under no drift.</summary>
    /// <param name="information">Information at the looks, ascending to 1.</param>
    /// <param name="error">One-sided error.</param>
    /// <param name="shape">0 O'Brien and Fleming, 1/2 Pocock.</param>
    /// <returns>One z a look.</returns>
    public static ImmutableArray<double> PowerFamily(ReadOnlySpan<double> information, double error, double shape)
    {
        var rates = information.ToArray();
        ImmutableArray<double> Bounds(double constant) => [.. rates.Select(rate => constant * Math.Pow(rate, shape - 0.5))];
        double Excess(double constant) => Math.Log(SequentialOutcome.Of(rates, Bounds(constant).AsSpan(), [], 0).RejectionProbability / error);
        var single = -Normal.InvCDF(0, 1, error);

        // The last look alone spends the whole error at its own z; Bonferroni over the looks bounds the constant from above for shapes up to 1/2.
        return Bounds(rates.Length == 1 ? single : BracketedRoot.FindAbove(Excess, Math.Min(single, 0), Math.Max(1, 1.5 * single)));
    }

    /// <summary>Lower bounds that spend the given error under a drift before the last look, where the lower bound is the upper one.</summary>
    /// <param name="information">Information at the looks, ascending.</param>
    /// <param name="upper">Upper bounds.</param>
    /// <param name="spent">Type II error spent up to each look.</param>
    /// <param name="drift">Drift at which it is spent.</param>
    /// <returns>The bounds, and the type II error at the last look over what was to be spent there.</returns>
    public static (ImmutableArray<double> Lower, double LastExcess) Lower(
        ReadOnlySpan<double> information, ReadOnlySpan<double> upper, ReadOnlySpan<double> spent, double drift)
    {
        var density = new ContinuationDensity(information, drift);
        var bounds = new double[information.Length];
        for (var k = 0; ; k++)
        {
            var target = spent[k] - (k == 0 ? 0 : spent[k - 1]);
            if (k + 1 == bounds.Length)
            {
                bounds[k] = upper[k];
                return ([.. bounds], density.Below(upper[k]) - target);
            }

            var mean = drift * Math.Sqrt(information[k]);
            bounds[k] = target < Negligible
                ? double.NegativeInfinity
                : -BracketedRoot.Find(x => Math.Log(density.Below(-x) / target), -Math.Min(upper[k], mean + Farthest), Farthest - mean);
            density.Continue(bounds[k], upper[k]);
        }
    }

    private static double Upper(ContinuationDensity density, bool first, double target)
    {
        if (target < Negligible)
        {
            return double.PositiveInfinity;
        }

        return first ? -Normal.InvCDF(0, 1, target) : BracketedRoot.Find(z => Math.Log(density.Above(z) / target), -Farthest, Farthest);
    }
}

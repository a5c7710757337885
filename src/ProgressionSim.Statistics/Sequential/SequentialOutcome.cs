using System.Collections.Immutable;

namespace ProgressionSim.Statistics.Sequential;

/// <summary>What a group-sequential trial does at one drift: where it stops, and how much information that takes.</summary>
/// <remarks>Arrays have one entry per look. Immutable, so thread-safe. Equality compares array references, not contents.</remarks>
public sealed record SequentialOutcome
{
    private SequentialOutcome()
    {
    }

    /// <summary>Expected z at information rate 1.</summary>
    public required double Drift { get; init; }

    /// <summary>Probability of crossing the upper bound first at each look, 0 to 1.</summary>
    public required ImmutableArray<double> Upper { get; init; }

    /// <summary>Probability of crossing the lower bound first at each look, 0 to 1; 0 without lower bounds.</summary>
    public required ImmutableArray<double> Lower { get; init; }

    /// <summary>Expected information rate at the end of the trial.</summary>
    public required double ExpectedInformation { get; init; }

    /// <summary>Probability of ever crossing the upper bound: the power, or the one-sided type I error without drift.</summary>
    public double RejectionProbability => Upper.Sum();

    /// <summary>Probability that the trial ends at each look, whichever way; the entries sum to 1.</summary>
    /// <returns>One entry per look.</returns>
    public ImmutableArray<double> StoppingProbabilities()
    {
        var stops = Upper.Select((up, k) => up + Lower[k]).ToArray();
        stops[^1] = 1 - stops[..^1].Sum();
        return [.. stops];
    }

    /// <summary>Crossing probabilities of any bounds.</summary>
    /// <param name="information">Information at the looks, strictly ascending.</param>
    /// <param name="upper">Upper bounds.</param>
    /// <param name="lower">Lower bounds; empty for none.</param>
    /// <param name="drift">Expected z at information 1.</param>
    internal static SequentialOutcome Of(ReadOnlySpan<double> information, ReadOnlySpan<double> upper, ReadOnlySpan<double> lower, double drift)
    {
        var density = new ContinuationDensity(information, drift);
        var looks = information.Length;
        double[] above = new double[looks], below = new double[looks];
        double expected = 0, going = 1;
        for (var k = 0; k < looks; k++)
        {
            var floor = lower.IsEmpty ? double.NegativeInfinity : lower[k];
            above[k] = density.Above(upper[k]);
            below[k] = density.Below(floor);
            if (k + 1 == looks)
            {
                expected += information[k] * going;
                break;
            }

            expected += information[k] * (above[k] + below[k]);
            going -= above[k] + below[k];
            density.Continue(floor, upper[k]);
        }

        return new() { Drift = drift, Upper = [.. above], Lower = [.. below], ExpectedInformation = expected };
    }
}

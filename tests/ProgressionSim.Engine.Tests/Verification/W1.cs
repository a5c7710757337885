using System.Globalization;
using ProgressionSim.Engine.Recording;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Verification;

/// <summary>Moments of independent pools of 1,000 neurons at constant rates, and the assertion that holds a run against them.</summary>
internal static class W1
{
    /// <summary>Bias of the scheme that is allowed, as a share of each mean; the run's own bias is asserted to be below it.</summary>
    public const double AllowedBias = 0.002;

    /// <summary>Share of a variance that interpolating between weekly steps may take.</summary>
    public const double InterpolationLoss = 0.015;

    public static readonly int[] States = [MeasureCatalogue.Healthy, MeasureCatalogue.Stressed, MeasureCatalogue.Lost];

    private static readonly string[] Names = ["healthy", "stressed", "lost"];

    /// <summary>Rows of the reference: month and probabilities of healthy, stressed, lost.</summary>
    public static IEnumerable<(int Month, double[] Probabilities)> Reference(string scenario)
    {
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "w1_moments.csv")))
        {
            var parts = line.Split(',');
            if (string.Equals(parts[0], scenario, StringComparison.Ordinal))
            {
                yield return (int.Parse(parts[1], CultureInfo.InvariantCulture), [.. parts[2..5].Select(text => double.Parse(text, CultureInfo.InvariantCulture))]);
            }
        }
    }

    /// <summary>Fails unless means and variances of one region over patients are those of a multinomial.</summary>
    /// <remarks>
    /// SE of a mean: sqrt(N p (1 - p) / patients); of a variance from the binomial's fourth moment N p q (1 + 3 (N - 2) p q).
    /// Smallest visible error: 6.2 SE beyond the slack, see the tests.
    /// </remarks>
    public static void Check(string what, double mean, double variance, double probability, long count)
    {
        CheckMean(what, mean, probability, count);
        var truth = 1000 * probability * (1 - probability);
        var fourth = truth * (1 + (3 * 998 * probability * (1 - probability)));
        StatAssert.Variance(what, variance, truth, count, fourth, InterpolationLoss);
    }

    public static void CheckMean(string what, double mean, double probability, long count)
    {
        var truth = 1000 * probability;
        StatAssert.Mean(what, mean, truth, Math.Sqrt(truth * (1 - probability) / count), AllowedBias * truth);
    }

    /// <summary>Checks an arm of a run, all regions alike and taken together: they are independent.</summary>
    public static void Check(RunRecord record, int arm, string scenario, bool meansOnly = false)
    {
        foreach (var (month, probabilities) in Reference(scenario))
        {
            for (var state = 0; state < 3; state++)
            {
                var what = $"{Names[state]} at month {month}";
                var (mean, variance) = Pooled(record, arm, month, States[state]);
                if (meansOnly)
                {
                    CheckMean(what, mean, probabilities[state], 4 * record.Patients);
                }
                else
                {
                    Check(what, mean, variance, probabilities[state], 4 * record.Patients);
                }
            }
        }
    }

    /// <summary>Mean and variance over patients and regions.</summary>
    public static (double Mean, double Variance) Pooled(RunRecord record, int arm, int month, int state)
    {
        var means = Enumerable.Range(state, 4).Select(measure => record.Mean(arm, month, measure)).ToArray();
        var mean = means.Average();
        var within = Enumerable.Range(state, 4).Average(measure => record.Variance(arm, month, measure));
        return (mean, within + means.Average(value => (value - mean) * (value - mean)));
    }
}

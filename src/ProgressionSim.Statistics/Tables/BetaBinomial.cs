namespace ProgressionSim.Statistics.Tables;

/// <summary>How many of a number of further patients will be affected, when so many of an earlier series were.</summary>
/// <remarks>
/// The share has Jeffreys' prior Beta(1/2, 1/2), after a of n affected Beta(a + 1/2, n - a + 1/2), and the further number is beta-binomial:
/// P(k + 1) / P(k) = (m - k) (k + alpha) / ((k + 1) (m - k - 1 + beta)). Jeffreys, Proc R Soc A 186:453-461 (1946), doi:10.1098/rspa.1946.0056.
/// </remarks>
public sealed class BetaBinomial
{
    private readonly double[] probabilities;

    /// <summary>Predicts.</summary>
    /// <param name="affected">Affected patients of the series, 0 to <paramref name="patients"/>.</param>
    /// <param name="patients">Its patients, at least 1.</param>
    /// <param name="further">Further patients, 1 to 100,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public BetaBinomial(int affected, int patients, int further)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(affected);
        ArgumentOutOfRangeException.ThrowIfLessThan(patients, Math.Max(1, affected));
        ArgumentOutOfRangeException.ThrowIfLessThan(further, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(further, 100_000);
        var (alpha, beta) = (affected + 0.5, patients - affected + 0.5);
        Mean = further * alpha / (alpha + beta);

        // Relative to the probability of 0, as logarithms, because that one can be as small as e^-100000.
        var logs = new double[further + 1];
        for (var k = 0; k < further; k++)
        {
            logs[k + 1] = logs[k] + Math.Log((further - k) * (k + alpha) / ((k + 1) * (further - k - 1 + beta)));
        }

        var largest = logs.Max();
        probabilities = Array.ConvertAll(logs, log => Math.Exp(log - largest));
        var sum = probabilities.Sum();
        probabilities = Array.ConvertAll(probabilities, each => each / sum);
    }

    /// <summary>Expected number of affected patients.</summary>
    public double Mean { get; }

    /// <summary>Probability that so many are affected.</summary>
    /// <param name="number">Number, 0 to the further patients.</param>
    public double Probability(int number) => probabilities[number];

    /// <summary>The least number that is not exceeded with a probability.</summary>
    /// <param name="probability">Between 0 and 1.</param>
    public int Quantile(double probability)
    {
        var sum = 0.0;
        for (var k = 0; k < probabilities.Length; k++)
        {
            sum += probabilities[k];
            if (sum >= probability)
            {
                return k;
            }
        }

        return probabilities.Length - 1;
    }
}

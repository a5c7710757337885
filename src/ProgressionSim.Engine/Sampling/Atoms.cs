namespace ProgressionSim.Engine.Sampling;

/// <summary>Distinct values in rising order with the probabilities up to and including each.</summary>
internal sealed class Atoms
{
    private readonly double[] values;
    private readonly double[] cumulative;

    /// <summary>Merges equal values and adds up their weights.</summary>
    /// <param name="values">In rising order; equal neighbours are merged.</param>
    /// <param name="weights">One per value; finite, at least 0, with a positive finite sum.</param>
    /// <param name="weightsName">Parameter to name in errors.</param>
    /// <exception cref="ArgumentOutOfRangeException">The weights are outside their range.</exception>
    public Atoms(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, string weightsName)
    {
        double total = 0.0;
        foreach (double weight in weights)
        {
            if (!(weight >= 0.0) || double.IsInfinity(weight))
            {
                throw new ArgumentOutOfRangeException(weightsName, weight, "Every weight must be finite and at least 0.");
            }

            total += weight;
        }

        if (!(total > 0.0) || double.IsInfinity(total))
        {
            throw new ArgumentOutOfRangeException(weightsName, total, "The weights must have a finite sum of more than 0.");
        }

        var kept = new List<double>(values.Length);
        var sums = new List<double>(values.Length);
        double sum = 0.0;
        for (int i = 0; i < values.Length; i++)
        {
            if (weights[i] == 0.0)
            {
                continue;
            }

            sum += weights[i];
            if (kept.Count > 0 && kept[^1] == values[i])
            {
                sums[^1] = sum / total;
            }
            else
            {
                kept.Add(values[i]);
                sums.Add(sum / total);
            }
        }

        sums[^1] = 1.0;
        this.values = [.. kept];
        cumulative = [.. sums];
    }

    /// <summary>First value whose cumulative probability reaches <paramref name="u"/>.</summary>
    public double Quantile(double u)
    {
        int low = 0;
        int high = cumulative.Length - 1;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] >= u)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return values[low];
    }

    /// <summary>Probability of a value of at most, or strictly below, <paramref name="x"/>.</summary>
    public double Cdf(double x, bool including)
    {
        int count = Array.BinarySearch(values, x);
        count = count >= 0 ? count + (including ? 1 : 0) : ~count;
        return count == 0 ? 0.0 : cumulative[count - 1];
    }

    /// <summary>Mean over the probabilities from <paramref name="lower"/> to <paramref name="upper"/>.</summary>
    public double MeanBetween(double lower, double upper)
    {
        double sum = 0.0;
        double below = 0.0;
        for (int i = 0; i < values.Length; i++)
        {
            double overlap = Math.Min(cumulative[i], upper) - Math.Max(below, lower);
            sum += Math.Max(overlap, 0.0) * values[i];
            below = cumulative[i];
        }

        return sum / (upper - lower);
    }
}

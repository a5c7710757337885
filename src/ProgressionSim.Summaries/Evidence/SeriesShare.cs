using ProgressionSim.Experiments.Evidence;

namespace ProgressionSim.Summaries.Evidence;

/// <summary>How many simulated series are at least as extreme as the published one.</summary>
/// <param name="Share">Their share, 0-1, on the side of the median where the published value lies.</param>
/// <param name="IsAbove">True when that is at or above the median.</param>
internal readonly record struct SeriesShare(double Share, bool IsAbove)
{
    /// <summary>Counts; null without a published value or without series that give one.</summary>
    /// <param name="result">A quantity of series.</param>
    public static SeriesShare? Of(QuantityResult result)
    {
        double[] values = [.. result.Distribution.Where(double.IsFinite)];
        if (result.Quantity.Value is not { } published || values.Length == 0)
        {
            return null;
        }

        var (above, below) = (values.Count(value => value >= published) / (double)values.Length, values.Count(value => value <= published) / (double)values.Length);
        return above <= below ? new(above, true) : new(below, false);
    }

    /// <summary>In words: <c>6 % of simulated series have 5 or more</c>.</summary>
    /// <param name="result">The quantity it was counted for.</param>
    public string InWords(QuantityResult result)
    {
        var share = Share is > 0 and < 0.001 ? "less than 0.1 %" : NumberText.Percent(Share, Share < 0.1 ? 1 : 0);
        return $"{share} of simulated series have {NumberText.Setting(result.Quantity.Value!.Value)} or {(IsAbove ? "more" : "less")}";
    }
}

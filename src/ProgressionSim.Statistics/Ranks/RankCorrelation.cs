using MathNet.Numerics.Statistics;

namespace ProgressionSim.Statistics.Ranks;

/// <summary>Correlation of ranks.</summary>
public static class RankCorrelation
{
    /// <summary>Spearman's coefficient; ties share their mean rank. Spearman, Am J Psychol 15:72-101 (1904), doi:10.2307/1412159.</summary>
    /// <param name="first">One value of each pair, at least two.</param>
    /// <param name="second">The other, in the same order.</param>
    /// <returns>From -1 to 1; NaN when all values of one side are equal.</returns>
    public static double Spearman(IReadOnlyList<double> first, IReadOnlyList<double> second) => Correlation.Spearman(first, second);
}

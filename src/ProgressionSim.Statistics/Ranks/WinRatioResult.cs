namespace ProgressionSim.Statistics.Ranks;

/// <summary>Pairs of one patient of each group, and what they say about group 1 against group 0.</summary>
/// <param name="Pairs">Pairs of one patient of each group, n1 n0.</param>
/// <param name="Wins">Pairs won by group 1.</param>
/// <param name="Losses">Pairs lost by group 1.</param>
/// <param name="WinRatio">Wins over losses.</param>
/// <param name="WinOdds">Wins and half the ties over losses and half the ties.</param>
/// <param name="NetBenefit">Share of pairs won minus share of pairs lost.</param>
public readonly record struct WinRatioResult(long Pairs, long Wins, long Losses, WinEffect WinRatio, WinEffect WinOdds, WinEffect NetBenefit)
{
    /// <summary>Pairs that stayed undecided.</summary>
    public long Ties => Pairs - Wins - Losses;
}

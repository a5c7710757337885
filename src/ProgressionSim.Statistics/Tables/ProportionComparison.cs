namespace ProgressionSim.Statistics.Tables;

/// <summary>Effects on a yes-or-no outcome: difference, ratio and odds ratio of proportions.</summary>
/// <remarks>
/// Large-sample standard errors from each group's own proportion.
/// Sources: Katz et al., Biometrics 34:469-474 (1978), doi:10.2307/2530610, for the ratio; Woolf, Ann Hum Genet 19:251-253 (1955),
/// doi:10.1111/j.1469-1809.1955.tb01348.x, for the odds ratio. No half patients are added to empty cells.
/// Pure, so thread-safe. No allocation.
/// </remarks>
public static class ProportionComparison
{
    /// <summary>Proportion of yes in group 1 minus that in group 0.</summary>
    /// <param name="table">Counts, at least 0.</param>
    /// <returns>The difference, -1 to 1. Not estimable when a group is empty, or each is all yes or all no.</returns>
    /// <exception cref="ArgumentException">A count is below 0.</exception>
    public static EffectEstimate Difference(TwoByTwoTable table)
    {
        table.Check();
        double n0 = table.ReferenceTotal, n1 = table.Total, p0 = table.ReferenceYes / n0, p1 = table.Yes / n1;
        return EffectEstimate.FromNormal(p1 - p0, Math.Sqrt((p0 * (table.ReferenceNo / n0) / n0) + (p1 * (table.No / n1) / n1)));
    }

    /// <summary>Log of the proportion of yes in group 1 over that in group 0.</summary>
    /// <param name="table">Counts, at least 0.</param>
    /// <returns>The log ratio. Not estimable when a group has no yes, or both groups are all yes.</returns>
    /// <exception cref="ArgumentException">A count is below 0.</exception>
    public static EffectEstimate LogRatio(TwoByTwoTable table)
    {
        table.Check();
        double n0 = table.ReferenceTotal, n1 = table.Total, yes0 = table.ReferenceYes, yes1 = table.Yes;

        // 1/yes - 1/n, without cancellation.
        var variance = (table.ReferenceNo / (yes0 * n0)) + (table.No / (yes1 * n1));
        return EffectEstimate.FromNormal(Math.Log(yes1 / n1 / (yes0 / n0)), Math.Sqrt(variance));
    }

    /// <summary>Log of the odds of yes in group 1 over those in group 0.</summary>
    /// <param name="table">Counts, at least 0.</param>
    /// <returns>The log odds ratio. Not estimable when a count is 0.</returns>
    /// <exception cref="ArgumentException">A count is below 0.</exception>
    public static EffectEstimate LogOddsRatio(TwoByTwoTable table)
    {
        table.Check();
        double yes0 = table.ReferenceYes, no0 = table.ReferenceNo, yes1 = table.Yes, no1 = table.No;
        return EffectEstimate.FromNormal(Math.Log(yes1 / no1 / (yes0 / no0)), Math.Sqrt((1 / yes0) + (1 / no0) + (1 / yes1) + (1 / no1)));
    }
}

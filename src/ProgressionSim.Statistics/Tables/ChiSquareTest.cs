namespace ProgressionSim.Statistics.Tables;

/// <summary>Pearson's chi-square test of a two by two table.</summary>
/// <remarks>
/// Sources: Pearson, Philos Mag 50:157-175 (1900), doi:10.1080/14786440009463897; Yates, Suppl J R Stat Soc 1:217-235 (1934),
/// doi:10.2307/2983604, for the correction, which as in R never goes past 0.
/// Pure, so thread-safe. No allocation.
/// </remarks>
public static class ChiSquareTest
{
    /// <summary>Tests whether the outcome is as frequent in both groups.</summary>
    /// <param name="table">Counts, at least 0.</param>
    /// <param name="continuityCorrection">Whether to bring each count half a patient nearer to what is expected.</param>
    /// <returns>The test.</returns>
    /// <exception cref="ArgumentException">A count is below 0.</exception>
    public static ChiSquareResult Test(TwoByTwoTable table, bool continuityCorrection)
    {
        table.Check();
        if (!table.IsFilled)
        {
            return new(FitStatus.NotEstimable, double.NaN, double.NaN, double.NaN);
        }

        double n0 = table.ReferenceTotal, n1 = table.Total, n = n0 + n1, yes = (double)table.ReferenceYes + table.Yes;

        // All four counts are off by the same number of patients.
        var off = table.Yes - (n1 * yes / n);
        var distance = Math.Max(0, Math.Abs(off) - (continuityCorrection ? 0.5 : 0));
        var z = Math.CopySign(distance * Math.Sqrt(n / (n0 * n1) * (n / yes) * (n / (n - yes))), off);
        return new(FitStatus.Estimated, z * z, z, TailProbability.NormalTwoSided(z));
    }
}

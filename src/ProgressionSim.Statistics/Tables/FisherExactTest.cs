namespace ProgressionSim.Statistics.Tables;

/// <summary>Fisher's exact test of a two by two table, given its margins.</summary>
/// <remarks>
/// Chances are built outwards from the most likely table by their ratios, so no factorials are needed. Tables whose chance is within 1e-7
/// of that of the table found count as equally likely, as in R.
/// Source: Fisher, J R Stat Soc 98:39-82 (1935), doi:10.2307/2342435.
/// Pure, so thread-safe. No allocation. Time grows with the smallest margin.
/// </remarks>
public static class FisherExactTest
{
    private const double AlikeShare = 1e-7;

    /// <summary>Tests whether the outcome is as frequent in both groups.</summary>
    /// <param name="table">Counts, at least 0.</param>
    /// <returns>The test.</returns>
    /// <exception cref="ArgumentException">A count is below 0.</exception>
    public static FisherExactResult Test(TwoByTwoTable table)
    {
        table.Check();
        if (!table.IsFilled)
        {
            return new(FitStatus.NotEstimable, double.NaN, double.NaN, double.NaN);
        }

        double n0 = table.ReferenceTotal, n1 = table.Total, yes = (double)table.ReferenceYes + table.Yes;
        double least = Math.Max(0, yes - n0), most = Math.Min(n1, yes);
        var likely = Math.Clamp(Math.Floor((n1 + 1) * (yes + 1) / (n0 + n1 + 2)), least, most);
        var bound = double.PositiveInfinity;
        var margins = new Margins(n0, n1, yes, table.Yes);

        // A first walk finds the chance of this table, relative to the most likely one; a second adds up.
        for (var walk = 0; walk < 2; walk++)
        {
            margins.Reset(bound);
            double weight = 1;
            for (var k = likely; k <= most && weight > 0; k++)
            {
                margins.Add(k, weight);
                weight *= margins.RatioUp(k);
            }

            weight = 1;
            for (var k = likely; k > least && weight > 0; k--)
            {
                weight /= margins.RatioUp(k - 1);
                margins.Add(k - 1, weight);
            }

            bound = margins.Observed * (1 + AlikeShare);
        }

        return margins.Result();
    }

    /// <summary>Margins of the table, and weights added up over its possible fillings.</summary>
    private struct Margins(double n0, double n1, double yes, double found)
    {
        private double _bound;
        private double _all;
        private double _rare;
        private double _lower;
        private double _upper;

        /// <summary>Weight of the table found.</summary>
        public double Observed { get; private set; }

        public void Reset(double bound)
        {
            _bound = bound;
            (_all, _rare, _lower, _upper, Observed) = (0, 0, 0, 0, 0);
        }

        /// <summary>Chance of one yes more in group 1 over that of k.</summary>
        public readonly double RatioUp(double k) => (n1 - k) * (yes - k) / ((k + 1) * (n0 - yes + k + 1));

        public void Add(double k, double weight)
        {
            _all += weight;
            _rare += weight <= _bound ? weight : 0;
            _lower += k <= found ? weight : 0;
            _upper += k >= found ? weight : 0;
            Observed += k == found ? weight : 0;
        }

        public readonly FisherExactResult Result() =>
            new(FitStatus.Estimated, Math.Min(1, _rare / _all), Math.Min(1, _lower / _all), Math.Min(1, _upper / _all));
    }
}

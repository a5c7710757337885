namespace ProgressionSim.Statistics.Survival;

/// <summary>Log-rank test of two groups, plain or stratified.</summary>
/// <remarks>
/// At each event time, with d events among n at risk, n1 of them in group 1, the events of group 1 are compared with d n1/n; the variance is
/// hypergeometric, d (n1/n) (1 - n1/n) (n - d)/(n - 1). A stratified test adds these up within strata. Only exactly equal times are ties;
/// censoring at the time of an event counts as later.
/// Sources: Mantel, Cancer Chemother Rep 50:163-170 (1966); Peto and Peto, J R Stat Soc A 135:185-207 (1972), doi:10.2307/2344317.
/// Memory is kept from call to call: one instance per thread, no allocation once grown. Results do not depend on earlier calls.
/// </remarks>
public sealed class LogRankTest
{
    private readonly ValueOrder _order = new();
    private readonly StratumOrder _strata = new();

    /// <summary>Log-rank test.</summary>
    /// <param name="times">Time to event or censoring, any order, one per patient; finite.</param>
    /// <param name="events">True for an event, false for censoring; same order and length.</param>
    /// <param name="group">0 or 1; same order and length.</param>
    /// <returns>The test.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a group is neither 0 nor 1, or a time is not finite.</exception>
    public LogRankResult Test(ReadOnlySpan<double> times, ReadOnlySpan<bool> events, ReadOnlySpan<int> group)
    {
        var inGroup1 = Check(times, events, group);
        _order.Sort(times, nameof(times));
        var sums = default(Sums);
        sums.Add(_order.Values, _order.Indices, events, group, inGroup1);
        return sums.Result();
    }

    /// <summary>Log-rank test stratified by a third variable.</summary>
    /// <param name="times">Time to event or censoring, any order, one per patient; finite.</param>
    /// <param name="events">True for an event, false for censoring; same order and length.</param>
    /// <param name="group">0 or 1; same order and length.</param>
    /// <param name="strata">Stratum of each patient, coded 0 to 65535; same order and length.</param>
    /// <returns>The test.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a code is outside its range, or a time is not finite.</exception>
    public LogRankResult TestStratified(ReadOnlySpan<double> times, ReadOnlySpan<bool> events, ReadOnlySpan<int> group, ReadOnlySpan<int> strata)
    {
        _ = Check(times, events, group);
        if (strata.Length != times.Length)
        {
            throw new ArgumentException("There must be one stratum per time.", nameof(strata));
        }

        _order.Sort(times, nameof(times));
        _strata.Arrange(_order, strata);
        var sums = default(Sums);
        for (var stratum = 0; stratum < _strata.Strata; stratum++)
        {
            int start = _strata.Start(stratum), length = _strata.End(stratum) - start;
            var indices = _strata.Indices.Slice(start, length);
            var inGroup1 = 0;
            foreach (var index in indices)
            {
                inGroup1 += group[index];
            }

            sums.Add(_strata.Values.Slice(start, length), indices, events, group, inGroup1);
        }

        return sums.Result();
    }

    private static int Check(ReadOnlySpan<double> times, ReadOnlySpan<bool> events, ReadOnlySpan<int> group)
    {
        if (events.Length != times.Length)
        {
            throw new ArgumentException("There must be one event flag per time.", nameof(events));
        }

        return GroupCodes.CountOnes(group, times.Length);
    }

    private struct Sums
    {
        private long _events;
        private long _events1;
        private double _expected1;
        private double _variance;

        /// <summary>Adds the event times of one stratum, given in ascending order.</summary>
        public void Add(ReadOnlySpan<double> sorted, ReadOnlySpan<int> indices, ReadOnlySpan<bool> events, ReadOnlySpan<int> group, int atRisk1)
        {
            for (var i = 0; i < sorted.Length;)
            {
                var time = sorted[i];
                int atRisk = sorted.Length - i, died = 0, died1 = 0, leaving1 = 0;
                do
                {
                    var index = indices[i];
                    int event01 = events[index] ? 1 : 0, group01 = group[index];
                    died += event01;
                    died1 += event01 & group01;
                    leaving1 += group01;
                    i++;
                }
                while (i < sorted.Length && sorted[i] == time);

                // Times without events add zeros: cheaper than a branch that cannot be predicted.
                _events += died;
                _events1 += died1;
                var share = atRisk1 / (double)atRisk;
                var expected = died * share;
                _expected1 += expected;
                var spread = expected * (1 - share);
                _variance += died <= 1 ? spread : spread * ((atRisk - died) / (atRisk - 1.0));
                atRisk1 -= leaving1;
            }
        }

        public readonly LogRankResult Result()
        {
            double observed0 = _events - _events1, expected0 = _events - _expected1;
            if (!(_variance > 0))
            {
                return new(
                    FitStatus.NotEstimable, observed0, expected0, _events1, _expected1, _variance, double.NaN, double.NaN, double.NaN);
            }

            var z = (_events1 - _expected1) / Math.Sqrt(_variance);
            var p = TailProbability.NormalTwoSided(z);
            return new(FitStatus.Estimated, observed0, expected0, _events1, _expected1, _variance, z, z * z, p);
        }
    }
}

using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Conduct;

/// <summary>
/// When candidates come: a Poisson process whose rate rises over the ramp and with each site that opens, and rests in pauses. Its times are those of a process of
/// rate 1, put through the inverse of the expected number so far.
/// </summary>
internal sealed class RecruitmentClock
{
    private readonly double[] starts;
    private readonly double[] expected;
    private readonly double[] rates;
    private readonly double[] slopes;
    private readonly double monthsBetweenSites;
    private readonly int sites;

    /// <summary>Cuts the months into pieces of linear rate.</summary>
    /// <param name="plan">The recruitment.</param>
    public RecruitmentClock(RecruitmentPlan plan)
    {
        (sites, monthsBetweenSites) = (plan.Sites, plan.MonthsBetweenSites);
        var cuts = new SortedSet<double> { 0, plan.RampMonths };
        if (monthsBetweenSites > 0)
        {
            cuts.UnionWith(Enumerable.Range(1, sites - 1).Select(site => site * monthsBetweenSites));
        }

        cuts.UnionWith(plan.Pauses.SelectMany(pause => (double[])[pause.FromMonth, pause.ToMonth]));
        starts = [.. cuts];
        (expected, rates, slopes) = (new double[starts.Length], new double[starts.Length], new double[starts.Length]);
        for (var i = 0; i < starts.Length; i++)
        {
            var middle = i + 1 < starts.Length ? 0.5 * (starts[i] + starts[i + 1]) : starts[i] + 1;
            // Taken in the middle: at its very start rounding could leave the site that opens there out.
            var paused = plan.Pauses.Any(pause => middle > pause.FromMonth && middle < pause.ToMonth);
            var full = paused ? 0 : plan.RatePerMonth * OpenSites(middle) / sites;
            var ramping = starts[i] < plan.RampMonths;
            rates[i] = ramping ? full * starts[i] / plan.RampMonths : full;
            slopes[i] = ramping ? full / plan.RampMonths : 0;
            if (i + 1 < starts.Length)
            {
                var length = starts[i + 1] - starts[i];
                expected[i + 1] = expected[i] + (rates[i] * length) + (0.5 * slopes[i] * length * length);
            }
        }
    }

    /// <summary>Number of sites open at a time, at least 1.</summary>
    /// <param name="months">Months after the first site opens.</param>
    public int OpenSites(double months) => monthsBetweenSites > 0 ? (int)Math.Min(sites, 1 + Math.Floor(months / monthsBetweenSites)) : sites;

    /// <summary>Time at which the expected number of candidates reaches a value.</summary>
    /// <param name="number">At least 0.</param>
    /// <returns>Months after the first site opens.</returns>
    public double TimeOf(double number)
    {
        var piece = starts.Length - 1;
        while (piece > 0 && expected[piece] > number)
        {
            piece--;
        }

        // A pause adds nothing, so the piece found has a rate unless the number is met exactly at its start.
        var rest = number - expected[piece];
        var (rate, slope) = (rates[piece], slopes[piece]);
        if (rest <= 0 || (rate == 0 && slope == 0))
        {
            return starts[piece];
        }

        // The root of slope/2 x^2 + rate x = rest in the form that loses no digits when the slope is 0.
        return starts[piece] + (2 * rest / (rate + Math.Sqrt((rate * rate) + (2 * slope * rest))));
    }
}

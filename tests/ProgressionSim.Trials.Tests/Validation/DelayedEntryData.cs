using ProgressionSim.TestKit;

namespace ProgressionSim.Trials.Tests.Validation;

/// <summary>
/// One data set of scenario 1 of Rooney, Heverin, Hardiman and Wilkinson, written from their description and independent of the product's generators: 500 and 250
/// patients whose score from disease onset is a random line, whose hazard of death follows that line, and who are seen only if they enter the study alive.
/// </summary>
/// <remarks>
/// Their published simulation script sets the residual standard deviation to the square root of 2.4: 2.4 is a variance. Its visits lie every 6 months from onset,
/// shifted by N(0, 2), and count when they fall between entry and the end; one more falls uniformly in between, so that everybody has one. A visit within a day or so
/// of another, which one in a hundred is, counts once here: a line through two such points tells nothing and costs digits.
/// </remarks>
internal sealed class DelayedEntryData
{
    private const int Groups = 2;
    private const int Intervals = 8;
    private const double Shape = 1.01;
    private const double Association = -0.05;
    private const double LongestMonths = 72;
    private const double InterceptVariance = 20;
    private const double Covariance = -0.2;
    private const double SlopeVariance = 0.25;
    private const double ResidualVariance = 2.4;

    // Months: a day and a half.
    private const double SameVisit = 0.05;

    // Gauss and Legendre on [0, 1]; the integrand is close to an exponential of a line, for which eight points are exact to 1e-9 or so.
    private static readonly double[] Nodes =
        [0.01985507175123188, 0.10166676129318664, 0.2372337950418355, 0.4082826787521751, 0.5917173212478249, 0.7627662049581645, 0.8983332387068134, 0.9801449282487681];

    private static readonly double[] Weights =
        [0.05061426814518813, 0.11119051722668724, 0.15685332293894363, 0.18134189168918100, 0.18134189168918100, 0.15685332293894363, 0.11119051722668724, 0.05061426814518813];

    private readonly SplitMix64 random;

    public DelayedEntryData(ulong key, ulong number)
    {
        random = new SplitMix64(key, number);
        var patient = 0;
        for (var group = 0; group < Groups; group++)
        {
            for (var left = group == 0 ? 500 : 250; left > 0;)
            {
                if (TryAdd(patient, group))
                {
                    patient++;
                    left--;
                }
            }
        }
    }

    /// <summary>Visits a patient may have: onset, eight more, and one at any time.</summary>
    public const int Visits = Intervals + 2;

    public const int Patients = 750;

    public int[] Group { get; } = new int[Patients];

    public double[] Entry { get; } = new double[Patients];

    public double[] End { get; } = new double[Patients];

    public bool[] Died { get; } = new bool[Patients];

    /// <summary>Months from onset of each visit, [patient * visits + visit].</summary>
    public double[] Times { get; } = new double[Patients * Visits];

    /// <summary>Scores; NaN where there is none.</summary>
    public double[] Scores { get; } = new double[Patients * Visits];

    private bool TryAdd(int patient, int group)
    {
        var (first, second) = (Normal(), Normal());
        var intercept = 60 + (Math.Sqrt(InterceptVariance) * first);
        var share = Covariance / Math.Sqrt(InterceptVariance);
        var slope = -1 + (share * first) + (Math.Sqrt(SlopeVariance - (share * share)) * second);
        var entry = Math.Exp(2.355 + (0.768 * Normal()));
        var logScale = -1.6 + (group == 1 ? Math.Log(1.5) : 0) + (Association * intercept);
        var failure = Death(random.NextExponential(), logScale, slope);
        var censoring = 10 * failure * random.NextUniform();
        if (entry > censoring || entry > failure)
        {
            return false;
        }

        (Group[patient], Entry[patient]) = (group, entry);
        Died[patient] = failure < censoring && failure < LongestMonths;
        End[patient] = Math.Min(Died[patient] ? failure : censoring, LongestMonths);
        var row = patient * Visits;
        for (var visit = 0; visit < Visits; visit++)
        {
            var time = visit switch
            {
                0 => 0,
                <= Intervals => (6 * visit) + (2 * Normal()),
                _ => entry + ((End[patient] - entry) * random.NextUniform()),
            };
            var score = intercept + (slope * time) + (Math.Sqrt(ResidualVariance) * Normal());
            Times[row + visit] = time;
            Scores[row + visit] = time >= entry && time <= End[patient] && !IsRepeat(row, visit) ? score : double.NaN;
        }

        return true;
    }

    private bool IsRepeat(int row, int visit)
    {
        for (var earlier = 0; earlier < visit; earlier++)
        {
            if (!double.IsNaN(Scores[row + earlier]) && Math.Abs(Times[row + earlier] - Times[row + visit]) < SameVisit)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The time at which the cumulative hazard reaches a value; the longest follow-up where it does not.</summary>
    private static double Death(double value, double logScale, double slope)
    {
        if (Cumulative(LongestMonths, logScale, slope) <= value)
        {
            return LongestMonths;
        }

        var (low, high) = (0.0, LongestMonths);
        var time = LongestMonths / 2;
        for (var step = 0; step < 60 && high - low > 1e-7; step++)
        {
            var excess = Cumulative(time, logScale, slope) - value;
            (low, high) = excess > 0 ? (low, time) : (time, high);
            var newton = time - (excess / (Shape * Math.Pow(time, Shape - 1) * Math.Exp(logScale + (Association * slope * time))));
            time = newton > low && newton < high ? newton : (low + high) / 2;
            if (Math.Abs(excess) < 1e-10)
            {
                break;
            }
        }

        return time;
    }

    /// <summary>In u = t^shape the integrand has no singularity at 0.</summary>
    private static double Cumulative(double time, double logScale, double slope)
    {
        var end = Math.Pow(time, Shape);
        var sum = 0.0;
        for (var node = 0; node < Nodes.Length; node++)
        {
            sum += Weights[node] * Math.Exp(Association * slope * time * Math.Pow(Nodes[node], 1 / Shape));
        }

        return Math.Exp(logScale) * end * sum;
    }

    /// <summary>Box and Muller (1958).</summary>
    private double Normal() => Math.Sqrt(2 * random.NextExponential()) * Math.Cos(2 * Math.PI * random.NextUniform());
}

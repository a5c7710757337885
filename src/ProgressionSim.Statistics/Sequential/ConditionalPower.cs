using System.Collections.Immutable;
using MathNet.Numerics.Distributions;

namespace ProgressionSim.Statistics.Sequential;

/// <summary>Chance that a trial will still reach its goal, given the z at an interim look.</summary>
/// <remarks>
/// B(t) = Z(t) sqrt(t) is a Brownian motion with drift; the drift is the expected z at information 1.
/// Sources: Lan and Wittes, Biometrics 44:579-585 (1988); Spiegelhalter, Freedman and Blackburn, Control Clin Trials 7:8-17 (1986),
/// doi:10.1016/0197-2456(86)90003-6. Pure functions, so thread-safe.
/// </remarks>
public static class ConditionalPower
{
    /// <summary>Conditional power of one final look: Phi((z sqrt t + drift (1 - t) - c)/sqrt(1 - t)).</summary>
    /// <param name="z">Interim z; finite.</param>
    /// <param name="informationRate">Interim information over final; between 0 and 1, both excluded.</param>
    /// <param name="drift">Assumed drift for the rest; 0 is no effect.</param>
    /// <param name="finalBound">z that the final look must reach.</param>
    /// <returns>0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is outside its range.</exception>
    public static double At(double z, double informationRate, double drift, double finalBound)
    {
        Check(informationRate);
        return Normal.CDF(0, 1, ((z * Math.Sqrt(informationRate)) + (drift * (1 - informationRate)) - finalBound) / Math.Sqrt(1 - informationRate));
    }

    /// <summary>Conditional power if the rest goes on as seen so far: drift z/sqrt t.</summary>
    /// <param name="z">Interim z; finite.</param>
    /// <param name="informationRate">Interim information over final; between 0 and 1, both excluded.</param>
    /// <param name="finalBound">z that the final look must reach.</param>
    /// <returns>0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is outside its range.</exception>
    public static double CurrentTrend(double z, double informationRate, double finalBound)
    {
        Check(informationRate);
        return At(z, informationRate, z / Math.Sqrt(informationRate), finalBound);
    }

    /// <summary>Predictive power: conditional power averaged over what the data so far say of the drift, from a flat prior.</summary>
    /// <param name="z">Interim z; finite.</param>
    /// <param name="informationRate">Interim information over final; between 0 and 1, both excluded.</param>
    /// <param name="finalBound">z that the final look must reach.</param>
    /// <returns>Phi((z/sqrt t - c)/sqrt((1 - t)/t)), 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is outside its range.</exception>
    public static double Predictive(double z, double informationRate, double finalBound)
    {
        Check(informationRate);
        return Normal.CDF(0, 1, ((z / Math.Sqrt(informationRate)) - finalBound) / Math.Sqrt((1 - informationRate) / informationRate));
    }

    /// <summary>Predictive power from a normal prior of the drift.</summary>
    /// <param name="z">Interim z; finite.</param>
    /// <param name="informationRate">Interim information over final; between 0 and 1, both excluded.</param>
    /// <param name="finalBound">z that the final look must reach.</param>
    /// <param name="priorMean">Prior mean of the drift.</param>
    /// <param name="priorVariance">Prior variance of the drift; above 0. 1/variance is its worth in units of the final information.</param>
    /// <returns>0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate or the variance is outside its range.</exception>
    public static double Predictive(double z, double informationRate, double finalBound, double priorMean, double priorVariance)
    {
        Check(informationRate);
        if (!(priorVariance > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(priorVariance), priorVariance, "A variance lies above 0.");
        }

        double rest = 1 - informationRate, seen = z * Math.Sqrt(informationRate), precision = (1 / priorVariance) + informationRate;
        var mean = ((priorMean / priorVariance) + seen) / precision;
        return Normal.CDF(0, 1, (seen + (rest * mean) - finalBound) / Math.Sqrt(rest + (rest * rest / precision)));
    }

    /// <summary>Crossing probabilities of the remaining looks of a design, given the z at one of its interim looks.</summary>
    /// <param name="design">The design.</param>
    /// <param name="look">Look that has just been made, counted from 0; not the last.</param>
    /// <param name="z">z there; finite. The trial is taken to go on, even beyond a bound.</param>
    /// <param name="drift">Assumed drift for the rest; finite.</param>
    /// <param name="obeyFutility">Whether the rest of the trial stops at lower bounds.</param>
    /// <returns>Probability of stopping for effect at each remaining look, in order; the sum is the conditional power.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static ImmutableArray<double> Remaining(SequentialDesign design, int look, double z, double drift, bool obeyFutility = true)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentOutOfRangeException.ThrowIfNegative(look);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(look, design.Looks - 1);
        if (!double.IsFinite(z) || !double.IsFinite(drift))
        {
            throw new ArgumentOutOfRangeException(nameof(z), z, "The z statistic and the drift are finite.");
        }

        // The rest is a trial of its own on B(t) - B(t_look), with every bound moved by what is already there.
        var start = design.InformationRates[look];
        var seen = z * Math.Sqrt(start);
        var later = Enumerable.Range(look + 1, design.Looks - look - 1).ToArray();
        double[] information = [.. later.Select(k => design.InformationRates[k] - start)];
        double Moved(double bound, int k) => ((bound * Math.Sqrt(design.InformationRates[k])) - seen) / Math.Sqrt(design.InformationRates[k] - start);
        double[] upper = [.. later.Select(k => Moved(design.UpperBounds[k], k))];
        double[] lower = obeyFutility ? [.. later.Select(k => Moved(design.LowerBounds[k], k))] : [];
        return SequentialOutcome.Of(information, upper, lower, drift).Upper;
    }

    private static void Check(double informationRate)
    {
        if (!(informationRate > 0 && informationRate < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(informationRate), informationRate, "An interim information rate lies between 0 and 1, both excluded.");
        }
    }
}

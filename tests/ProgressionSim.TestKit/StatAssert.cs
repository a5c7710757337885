using System.Globalization;

namespace ProgressionSim.TestKit;

/// <summary>An estimate lies further from the truth than chance and the stated slack allow.</summary>
/// <param name="message">What was estimated, and how far off it is in standard errors.</param>
public sealed class EstimateException(string message) : Exception(message);

/// <summary>Assertions whose tolerance comes from the standard error.</summary>
/// <remarks>z = 4.6 is a chance of 4e-6 for one assertion: 0.001 shared by some 200 of them.</remarks>
public static class StatAssert
{
    /// <summary>Standard errors allowed.</summary>
    public const double Z = 4.6;

    /// <summary>Fails unless an estimate lies within z standard errors and the slack of the truth.</summary>
    /// <param name="what">Name of what is estimated.</param>
    /// <param name="estimate">Estimate.</param>
    /// <param name="truth">Truth.</param>
    /// <param name="standardError">Standard error, above 0.</param>
    /// <param name="slack">Error that is known and accepted, for example a scheme's stated bias; at least 0.</param>
    public static void Mean(string what, double estimate, double truth, double standardError, double slack = 0)
    {
        var error = Math.Abs(estimate - truth);
        if (!(error <= slack + (Z * standardError)))
        {
            var z = (error - slack) / standardError;
            throw new EstimateException(string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: {estimate:G8} against {truth:G8}, {z:F1} standard errors ({standardError:G3}) beyond a slack of {slack:G3}; {Z} are allowed."));
        }
    }

    /// <summary>Fails unless a sample variance agrees with the truth.</summary>
    /// <param name="what">Name of what is estimated.</param>
    /// <param name="estimate">Sample variance.</param>
    /// <param name="truth">Variance.</param>
    /// <param name="count">Sample size.</param>
    /// <param name="fourthMoment">Fourth central moment, from theory or the sample.</param>
    /// <param name="slackBelow">Share of the variance that is known to be lost, for example to interpolation.</param>
    public static void Variance(string what, double estimate, double truth, long count, double fourthMoment, double slackBelow = 0)
    {
        var standardError = StandardErrorOfVariance(truth, count, fourthMoment);
        var slack = estimate < truth ? slackBelow * truth : 0;
        Mean($"variance of {what}", estimate, truth, standardError, slack);
    }

    /// <summary>Fails unless a share of independent trials agrees with the truth.</summary>
    /// <param name="successes">Successes.</param>
    /// <param name="of">Trials.</param>
    /// <param name="truth">Probability of success.</param>
    /// <param name="what">Name of what is estimated.</param>
    public static void Proportion(long successes, long of, double truth, string what = "proportion") =>
        Mean(what, (double)successes / of, truth, Math.Sqrt(truth * (1 - truth) / of));

    /// <summary>Standard error of a sample variance.</summary>
    /// <param name="variance">Variance.</param>
    /// <param name="count">Sample size, at least 4.</param>
    /// <param name="fourthMoment">Fourth central moment.</param>
    public static double StandardErrorOfVariance(double variance, long count, double fourthMoment) =>
        Math.Sqrt((fourthMoment - (variance * variance * (count - 3) / (count - 1))) / count);

    /// <summary>Fails unless the assertion itself fails: proves that it can see a wrong model.</summary>
    /// <param name="what">The wrong model.</param>
    /// <param name="assertion">Assertion that must fail.</param>
    public static void Rejects(string what, Action assertion)
    {
        try
        {
            assertion();
        }
        catch (EstimateException)
        {
            return;
        }

        throw new InvalidOperationException($"The assertion accepted a wrong model: {what}.");
    }
}

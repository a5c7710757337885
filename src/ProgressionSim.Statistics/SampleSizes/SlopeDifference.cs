using MathNet.Numerics.LinearAlgebra;

namespace ProgressionSim.Statistics.SampleSizes;

/// <summary>Comparison of two mean slopes by generalised least squares with known covariance: what a mixed model reaches in large samples.</summary>
/// <remarks>
/// Two models: full factorial (each group its own intercept and slope), and constrained baseline (one intercept, as randomisation warrants).
/// With M the information of one patient about intercept and slope, the full model's variance is [M^-1]_22 (1/n0 + 1/n1); for random intercept and slope and
/// all visits [M^-1]_22 = slope variance + residual variance/sum((t - mean t)^2). The constrained one inverts the 3 by 3 information of both groups.
/// Sources: Diggle, Heagerty, Liang and Zeger, Analysis of Longitudinal Data, 2nd ed. (2002), section 2.4; Ard and Edland, J Alzheimers Dis 26 Suppl
/// 3:369-377 (2011);
/// Hu, Mackey and Thomas, J Biopharm Stat 31:747-764 (2021). Normal quantiles, no small-sample degrees of freedom. Immutable, so thread-safe.
/// </remarks>
public sealed record SlopeDifference
{
    private readonly double _intercepts;
    private readonly double _mixed;
    private readonly double _slopes;

    /// <summary>Plans for a difference of slopes with any covariance of the visits.</summary>
    /// <param name="difference">Difference of the slopes, in units per unit of time; finite, not 0.</param>
    /// <param name="times">Visit times; at least two that differ.</param>
    /// <param name="covariance">Covariance of one patient's values, [visit * visits + visit]; positive definite.</param>
    /// <param name="retention">Share of patients still seen at each visit, between 0 and 1, never rising; empty for all.</param>
    /// <param name="oneSidedAlpha">Between 0 and 0.5, both excluded.</param>
    /// <exception cref="ArgumentException">Shapes differ, the visits hold no slope, or an argument is outside its range.</exception>
    public SlopeDifference(
        double difference, ReadOnlySpan<double> times, ReadOnlySpan<double> covariance, ReadOnlySpan<double> retention = default, double oneSidedAlpha = 0.025)
    {
        Difference = DesignChecks.Effect(difference, nameof(difference));
        OneSidedAlpha = DesignChecks.Alpha(oneSidedAlpha);
        var visits = times.ToArray();
        var design = Matrix<double>.Build.Dense(visits.Length, 2, (row, column) => column == 0 ? 1 : visits[row]);
        var information = VisitInformation.Of(design, VisitInformation.Covariance(covariance, visits.Length), retention);
        (_intercepts, _mixed, _slopes) = (information[0, 0], information[0, 1], information[1, 1]);
        var determinant = (_intercepts * _slopes) - (_mixed * _mixed);
        if (!(determinant > 1e-12 * _intercepts * _slopes))
        {
            throw new ArgumentException("The visits hold no slope.", nameof(times));
        }

        PatientVariance = _intercepts / determinant;
    }

    /// <summary>Difference of the slopes.</summary>
    public double Difference { get; }

    /// <summary>One-sided level.</summary>
    public double OneSidedAlpha { get; }

    /// <summary>Variance of one group's slope in the full factorial model, times its patients.</summary>
    public double PatientVariance { get; }

    /// <summary>Random intercept and slope with independent residuals.</summary>
    /// <param name="difference">Difference of the slopes; finite, not 0.</param>
    /// <param name="times">Visit times; at least two that differ.</param>
    /// <param name="interceptVariance">At least 0.</param>
    /// <param name="interceptSlopeCovariance">Keeps the variances a covariance matrix.</param>
    /// <param name="slopeVariance">At least 0.</param>
    /// <param name="residualVariance">Above 0.</param>
    /// <param name="retention">Share of patients still seen at each visit, never rising; empty for all.</param>
    /// <param name="oneSidedAlpha">Between 0 and 0.5, both excluded.</param>
    /// <returns>The design.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range.</exception>
    public static SlopeDifference RandomSlope(
        double difference,
        ReadOnlySpan<double> times,
        double interceptVariance,
        double interceptSlopeCovariance,
        double slopeVariance,
        double residualVariance,
        ReadOnlySpan<double> retention = default,
        double oneSidedAlpha = 0.025)
    {
        DesignChecks.NotNegative(interceptVariance, nameof(interceptVariance));
        DesignChecks.NotNegative(slopeVariance, nameof(slopeVariance));
        DesignChecks.Positive(residualVariance, nameof(residualVariance));
        var covariance = new double[times.Length * times.Length];
        for (var i = 0; i < times.Length; i++)
        {
            for (var j = 0; j < times.Length; j++)
            {
                covariance[(i * times.Length) + j] = interceptVariance + (interceptSlopeCovariance * (times[i] + times[j]))
                    + (slopeVariance * times[i] * times[j]) + (i == j ? residualVariance : 0);
            }
        }

        return new(difference, times, covariance, retention, oneSidedAlpha);
    }

    /// <summary>The same correlation between any two visits.</summary>
    /// <param name="difference">Difference of the slopes; finite, not 0.</param>
    /// <param name="times">Visit times; at least two that differ.</param>
    /// <param name="variance">Variance at each visit; above 0.</param>
    /// <param name="correlation">From 0 to below 1.</param>
    /// <param name="retention">Share of patients still seen at each visit, never rising; empty for all.</param>
    /// <param name="oneSidedAlpha">Between 0 and 0.5, both excluded.</param>
    /// <returns>The design.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range.</exception>
    public static SlopeDifference Exchangeable(
        double difference,
        ReadOnlySpan<double> times,
        double variance,
        double correlation,
        ReadOnlySpan<double> retention = default,
        double oneSidedAlpha = 0.025) =>
        RandomSlope(difference, times, variance * correlation, 0, 0, variance * (1 - correlation), retention, oneSidedAlpha);

    /// <summary>Standard error of the difference, full factorial.</summary>
    /// <param name="sizes">Above 0.</param>
    /// <returns>Above 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A size is not above 0.</exception>
    public double StandardError(GroupSizes sizes)
    {
        DesignChecks.Sizes(sizes);
        return Math.Sqrt(PatientVariance * ((1 / sizes.Group0) + (1 / sizes.Group1)));
    }

    /// <summary>Power in the right direction, full factorial.</summary>
    /// <param name="sizes">Above 0.</param>
    /// <returns>0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A size is not above 0.</exception>
    public double Power(GroupSizes sizes)
    {
        var error = StandardError(sizes);
        return NormalPower.Power(Difference, error * error, error * error, OneSidedAlpha);
    }

    /// <summary>Sizes that give a power, full factorial.</summary>
    /// <param name="power">Above the one-sided level, below 1.</param>
    /// <param name="allocation">Group 1 over group 0; above 0.</param>
    /// <returns>Sizes, not rounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public GroupSizes SampleSize(double power, double allocation = 1)
    {
        var variance = PatientVariance * (1 + (1 / allocation));
        return NormalPower.Size(Difference, variance, variance, OneSidedAlpha, power, allocation);
    }

    /// <summary>Standard error of the difference, constrained baseline.</summary>
    /// <param name="sizes">Above 0.</param>
    /// <returns>Above 0, at most that of the full factorial model.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A size is not above 0.</exception>
    public double ConstrainedStandardError(GroupSizes sizes)
    {
        DesignChecks.Sizes(sizes);

        // Information about the difference left after profiling out the common intercept and the reference slope.
        double n = sizes.Total, n1 = sizes.Group1;
        double a = n * _intercepts, b = n * _mixed, c = n * _slopes, u = n1 * _mixed, v = n1 * _slopes;
        var explained = ((c * u * u) - (2 * b * u * v) + (a * v * v)) / ((a * c) - (b * b));
        return 1 / Math.Sqrt(v - explained);
    }

    /// <summary>Power in the right direction, constrained baseline.</summary>
    /// <param name="sizes">Above 0.</param>
    /// <returns>0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A size is not above 0.</exception>
    public double ConstrainedPower(GroupSizes sizes)
    {
        var error = ConstrainedStandardError(sizes);
        return NormalPower.Power(Difference, error * error, error * error, OneSidedAlpha);
    }

    /// <summary>Sizes that give a power, constrained baseline.</summary>
    /// <param name="power">Above the one-sided level, below 1.</param>
    /// <param name="allocation">Group 1 over group 0; above 0.</param>
    /// <returns>Sizes, not rounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public GroupSizes ConstrainedSampleSize(double power, double allocation = 1)
    {
        DesignChecks.Positive(allocation, nameof(allocation));
        var error = ConstrainedStandardError(new(1, allocation));
        return NormalPower.Size(Difference, error * error, error * error, OneSidedAlpha, power, allocation);
    }
}

using MathNet.Numerics.LinearAlgebra;

namespace ProgressionSim.Statistics.SampleSizes;

/// <summary>Comparison of two means at the last visit by a mixed model for repeated measures with unstructured covariance, when patients drop out.</summary>
/// <remarks>
/// The variance of one group's mean at the last visit J, times its patients, is [I^-1]_JJ with I = sum over j of (r_j - r_(j+1)) [V_j^-1 0; 0 0], r_(J+1) =
/// 0: the
/// retained shares r weigh the information of each dropout pattern. Patients without any visit add nothing. Normal quantiles, one covariance for both groups.
/// Source: Lu, Luo and Chen, Int J Biostat 4:9 (2008). Immutable, so thread-safe.
/// </remarks>
public sealed record MmrmDifference
{
    /// <summary>Plans for a difference at the last visit.</summary>
    /// <param name="difference">Difference of the means at the last visit; finite, not 0.</param>
    /// <param name="covariance">Covariance of one patient's values at the visits after baseline, [visit * visits + visit]; positive definite.</param>
    /// <param name="retention0">Share of group 0 still seen at each visit, never rising, above 0 at the last; empty for all.</param>
    /// <param name="retention1">The same for group 1.</param>
    /// <param name="oneSidedAlpha">Between 0 and 0.5, both excluded.</param>
    /// <exception cref="ArgumentException">Shapes differ or an argument is outside its range.</exception>
    public MmrmDifference(
        double difference,
        ReadOnlySpan<double> covariance,
        ReadOnlySpan<double> retention0 = default,
        ReadOnlySpan<double> retention1 = default,
        double oneSidedAlpha = 0.025)
    {
        Difference = DesignChecks.Effect(difference, nameof(difference));
        OneSidedAlpha = DesignChecks.Alpha(oneSidedAlpha);
        var matrix = VisitInformation.Covariance(covariance, (int)Math.Round(Math.Sqrt(covariance.Length)));
        PatientVariance0 = LastVariance(matrix, retention0, nameof(retention0));
        PatientVariance1 = LastVariance(matrix, retention1, nameof(retention1));
    }

    /// <summary>Difference of the means at the last visit.</summary>
    public double Difference { get; }

    /// <summary>One-sided level.</summary>
    public double OneSidedAlpha { get; }

    /// <summary>Variance of group 0's mean at the last visit, times its patients; over the variance at that visit it is the inflation by dropout.</summary>
    public double PatientVariance0 { get; }

    /// <summary>The same for group 1.</summary>
    public double PatientVariance1 { get; }

    /// <summary>Power in the right direction.</summary>
    /// <param name="sizes">Randomised patients; above 0.</param>
    /// <returns>0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A size is not above 0.</exception>
    public double Power(GroupSizes sizes)
    {
        DesignChecks.Sizes(sizes);
        var variance = (PatientVariance0 / sizes.Group0) + (PatientVariance1 / sizes.Group1);
        return NormalPower.Power(Difference, variance, variance, OneSidedAlpha);
    }

    /// <summary>Sizes that give a power.</summary>
    /// <param name="power">Above the one-sided level, below 1.</param>
    /// <param name="allocation">Group 1 over group 0; above 0.</param>
    /// <returns>Randomised patients, not rounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public GroupSizes SampleSize(double power, double allocation = 1)
    {
        var variance = PatientVariance0 + (PatientVariance1 / allocation);
        return NormalPower.Size(Difference, variance, variance, OneSidedAlpha, power, allocation);
    }

    private static double LastVariance(Matrix<double> covariance, ReadOnlySpan<double> retention, string name)
    {
        var visits = covariance.RowCount;
        if (!retention.IsEmpty && !(retention[^1] > 0))
        {
            throw new ArgumentException("Some patients are seen at the last visit.", name);
        }

        return VisitInformation.Of(Matrix<double>.Build.DenseIdentity(visits), covariance, retention).Inverse()[visits - 1, visits - 1];
    }
}

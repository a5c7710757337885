namespace ProgressionSim.Statistics.Means;

/// <summary>Analysis of covariance: a response on group and covariates by ordinary least squares.</summary>
/// <remarks>
/// Covariates, group and response are freed one after the other from the mean and from all columns before them (modified Gram-Schmidt);
/// the group effect is then the slope of what is left of the response on what is left of the group.
/// Sources: Fisher, Statistical Methods for Research Workers (1932) for the analysis; Björck, BIT 7:1-21 (1967), doi:10.1007/BF01934122, for the
/// arithmetic; Frisch and Waugh, Econometrica 1:387-401 (1933), doi:10.2307/1907330, for the slope.
/// Memory is kept from call to call: one instance per thread, no allocation once grown. Results do not depend on earlier calls.
/// </remarks>
public sealed class Ancova
{
    /// <summary>A column with less than this share of its length left, once freed from the others, is taken to depend on them.</summary>
    private const double DependentShare = 1e-9;

    private double[] _columns = [];

    /// <summary>Fits the model.</summary>
    /// <param name="responses">One per patient; NaN is missing and leaves the patient out; otherwise finite.</param>
    /// <param name="group">0 or 1; same order and length.</param>
    /// <param name="covariates">[patient * covariateCount + c]; NaN is missing and leaves the patient out; otherwise finite.</param>
    /// <param name="covariateCount">At least 0.</param>
    /// <returns>The group effect. Not estimable when a group is empty, a covariate is constant or depends on the others and the group, no
    /// degrees of freedom are left, or the fit is perfect.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a group is neither 0 nor 1, or a number is infinite.</exception>
    public AncovaResult Fit(ReadOnlySpan<double> responses, ReadOnlySpan<int> group, ReadOnlySpan<double> covariates, int covariateCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(covariateCount);
        if (covariates.Length != (long)responses.Length * covariateCount)
        {
            throw new ArgumentException("There must be one value per patient and covariate.", nameof(covariates));
        }

        _ = GroupCodes.CountOnes(group, responses.Length);
        var patients = Gather(responses, group, covariates, covariateCount);
        double freedom = patients - covariateCount - 2;
        if (!(freedom > 0))
        {
            return new(EffectEstimate.NotEstimable, patients, double.NaN);
        }

        var groupColumn = covariateCount;
        for (var column = 0; column <= groupColumn; column++)
        {
            if (!Free(column, patients))
            {
                return new(EffectEstimate.NotEstimable, patients, double.NaN);
            }
        }

        // The response last; its own length tells a perfect fit from rounding.
        if (!Free(groupColumn + 1, patients, out var slopeOnGroup))
        {
            return new(EffectEstimate.NotEstimable, patients, double.NaN);
        }

        var left = Column(groupColumn, patients);
        var residual = Column(groupColumn + 1, patients);
        var deviation = Math.Sqrt(Dot(residual, residual) / freedom);
        return new(EffectEstimate.FromStudent(slopeOnGroup, deviation / Math.Sqrt(Dot(left, left)), freedom), patients, deviation);
    }

    private Span<double> Column(int column, int patients) => _columns.AsSpan(column * patients, patients);

    private bool Free(int column, int patients) => Free(column, patients, out _);

    /// <summary>Takes mean and earlier columns out of a column; gives its slope on the column just before, and false when nothing is left.</summary>
    private bool Free(int column, int patients, out double slope)
    {
        slope = 0;
        var target = Column(column, patients);
        double sum = 0, size = 0;
        foreach (var value in target)
        {
            sum += value;
            size = Math.Max(size, Math.Abs(value));
        }

        if (!double.IsFinite(sum))
        {
            throw new ArgumentException("Responses and covariates must be finite or NaN.");
        }

        var mean = sum / patients;
        foreach (ref var value in target)
        {
            value -= mean;
        }

        var before = Dot(target, target);
        if (!(before > 1e-26 * size * size * patients))
        {
            return false;
        }

        for (var earlier = 0; earlier < column; earlier++)
        {
            var source = Column(earlier, patients);
            slope = Dot(source, target) / Dot(source, source);
            for (var i = 0; i < target.Length; i++)
            {
                target[i] -= slope * source[i];
            }
        }

        return Dot(target, target) > DependentShare * DependentShare * before;
    }

    /// <summary>Copies complete patients to columns: covariates, group, response.</summary>
    private int Gather(ReadOnlySpan<double> responses, ReadOnlySpan<int> group, ReadOnlySpan<double> covariates, int covariateCount)
    {
        var patients = 0;
        for (var i = 0; i < responses.Length; i++)
        {
            patients += IsComplete(responses[i], covariates.Slice(i * covariateCount, covariateCount)) ? 1 : 0;
        }

        var needed = patients * (covariateCount + 2);
        if (_columns.Length < needed)
        {
            _columns = new double[Math.Max(needed, 2 * _columns.Length)];
        }

        var row = 0;
        for (var i = 0; i < responses.Length; i++)
        {
            var own = covariates.Slice(i * covariateCount, covariateCount);
            if (!IsComplete(responses[i], own))
            {
                continue;
            }

            for (var c = 0; c < own.Length; c++)
            {
                _columns[(c * patients) + row] = own[c];
            }

            _columns[(covariateCount * patients) + row] = group[i];
            _columns[((covariateCount + 1) * patients) + row] = responses[i];
            row++;
        }

        return patients;
    }

    private static bool IsComplete(double response, ReadOnlySpan<double> covariates)
    {
        var complete = !double.IsNaN(response);
        foreach (var value in covariates)
        {
            complete &= !double.IsNaN(value);
        }

        return complete;
    }

    /// <summary>Inner product in four running sums, which the processor works on at once; the order of addition is fixed.</summary>
    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
        var i = 0;
        for (; i <= left.Length - 4; i += 4)
        {
            sum0 += left[i] * right[i];
            sum1 += left[i + 1] * right[i + 1];
            sum2 += left[i + 2] * right[i + 2];
            sum3 += left[i + 3] * right[i + 3];
        }

        for (; i < left.Length; i++)
        {
            sum0 += left[i] * right[i];
        }

        return sum0 + sum1 + (sum2 + sum3);
    }
}

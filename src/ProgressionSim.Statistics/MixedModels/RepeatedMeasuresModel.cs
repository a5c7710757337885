namespace ProgressionSim.Statistics.MixedModels;

/// <summary>
/// Mixed model for repeated measures (MMRM): group differences at scheduled visits, by restricted maximum likelihood with an unstructured covariance.
/// </summary>
/// <remarks>
/// Mean of a response: an intercept and a group effect for every visit, and for each covariate either a slope for every visit or one for all. Visits
/// not observed are taken as missing at random. Where the unstructured covariance cannot be fitted the same fixed effects are fitted with compound symmetry,
/// and the result says so. One instance a thread: it keeps its memory, and no call allocates once it has grown. Results depend on the arguments alone.
/// Source of the method: Mallinckrodt, Clark and David, J Biopharm Stat 11:9-21 (2001), doi:10.1081/BIP-100104194.
/// </remarks>
public sealed class RepeatedMeasuresModel
{
    /// <summary>Most visits of a data set.</summary>
    public const int MaximumVisits = 16;

    private readonly VisitPatterns data = new();
    private readonly VisitLikelihood likelihood;
    private readonly VisitCurvature curvature;
    private readonly VisitTangent tangent;
    private readonly VisitStart start;
    private readonly VisitSearch search;
    private readonly VisitInference inference;
    private readonly VisitSmallSample smallSample;
    private FitStatus status = FitStatus.NotEstimable;
    private VisitCovariance structure;

    /// <summary>Initializes a new instance of the <see cref="RepeatedMeasuresModel"/> class.</summary>
    public RepeatedMeasuresModel()
    {
        likelihood = new VisitLikelihood(data);
        curvature = new VisitCurvature(data, likelihood);
        tangent = new VisitTangent(data, likelihood, curvature);
        start = new VisitStart(data);
        search = new VisitSearch(data, likelihood, curvature, tangent);
        inference = new VisitInference(data, curvature, tangent, search);
        smallSample = new VisitSmallSample(data, likelihood, curvature, tangent);
    }

    /// <summary>Fits the model and tests the difference between the groups at a visit.</summary>
    /// <param name="responses">[patient * visits + visit], NaN where missing; in any unit, often changes from baseline.</param>
    /// <param name="visits">Visits a patient, 1 to MaximumVisits.</param>
    /// <param name="group">0 (reference) or 1 by patient.</param>
    /// <param name="covariates">[patient * covariates + covariate], measured at baseline; a patient with a NaN is left out.</param>
    /// <param name="byVisit">By covariate: true for a slope at every visit, false for one slope. Its length is the number of covariates, 0 or more.</param>
    /// <param name="visit">Visit of the difference, from 0.</param>
    /// <param name="covariance">Covariance to fit.</param>
    /// <returns>
    /// Estimated, with Covariance telling which one; NotEstimable when a visit has no response, responses do not vary or effects cannot be told
    /// apart (a covariate that is constant, one group empty at a visit); NotConverged when no covariance could be fitted. Compound symmetry takes the
    /// place of
    /// the unstructured covariance when there are fewer patients than visits and effects of a visit together, when two visits are never seen in the same
    /// patient, or when the unstructured search does not converge to a maximum.
    /// </returns>
    /// <exception cref="ArgumentException">Lengths do not fit together or a group is not 0 or 1.</exception>
    /// <exception cref="ArgumentOutOfRangeException">visits or visit out of range.</exception>
    public RepeatedMeasuresFit Fit(
        ReadOnlySpan<double> responses,
        int visits,
        ReadOnlySpan<int> group,
        ReadOnlySpan<double> covariates,
        ReadOnlySpan<bool> byVisit,
        int visit,
        VisitCovariance covariance = VisitCovariance.Unstructured)
    {
        Check(responses, visits, group, covariates, byVisit, visit);
        data.Load(responses, visits, group, covariates, byVisit);
        status = FitStatus.NotEstimable;
        structure = covariance;
        if (data.Patients > 0 && !data.PerVisit.Contains(0))
        {
            likelihood.Prepare();
            curvature.Prepare();
            tangent.Prepare();
            search.Prepare();
            inference.Prepare();
            status = Search();
        }

        return Difference(visit);
    }

    /// <summary>Difference at a visit of the data fitted last.</summary>
    /// <param name="visit">Visit, from 0.</param>
    /// <returns>As Fit gives it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">visit out of range.</exception>
    public RepeatedMeasuresFit Difference(int visit)
    {
        CheckVisit(visit);
        if (status == FitStatus.NotEstimable)
        {
            return new RepeatedMeasuresFit(
                status, structure, visit, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 0, data.Patients, data.Observations);
        }

        var difference = likelihood.Coefficients[data.Stride + visit];
        var (variance, degrees) = inference.OfDifference(visit, structure);
        var error = Math.Sqrt(variance);
        var t = difference / error;
        return new RepeatedMeasuresFit(
            double.IsNaN(degrees) ? FitStatus.NotConverged : status,
            structure,
            visit,
            difference,
            error,
            degrees,
            t,
            TailProbability.StudentTTwoSided(t, degrees),
            likelihood.Deviance,
            search.Iterations,
            data.Patients,
            data.Observations);
    }

    /// <summary>Difference at a visit of the data fitted last, with the correction of Kenward and Roger.</summary>
    /// <param name="visit">Visit, from 0.</param>
    /// <param name="form">Parameters of the correction; LogCholesky allocates.</param>
    /// <returns>The corrected difference; takes some 20 times as long as Difference.</returns>
    /// <exception cref="ArgumentOutOfRangeException">visit out of range.</exception>
    public KenwardRogerDifference KenwardRoger(int visit, KenwardRogerForm form = KenwardRogerForm.Linear)
    {
        var plain = Difference(visit);
        if (plain.Status != FitStatus.Estimated)
        {
            return new KenwardRogerDifference(plain.Status, structure, visit, plain.Difference, double.NaN, double.NaN, double.NaN, double.NaN);
        }

        var error = Math.Sqrt(smallSample.Variance(inference.Contrast, search.Sigma, structure, form));
        var t = plain.Difference / error;
        var p = TailProbability.StudentTTwoSided(t, plain.DegreesOfFreedom);
        return new KenwardRogerDifference(
            double.IsNaN(error) ? FitStatus.NotConverged : plain.Status, structure, visit, plain.Difference, error, plain.DegreesOfFreedom, t, p);
    }

    /// <summary>Fixed effects and covariance of the data fitted last; allocates.</summary>
    /// <returns>Empty lists when the fit was not estimable.</returns>
    public RepeatedMeasuresEstimates Estimates()
    {
        if (status == FitStatus.NotEstimable)
        {
            return new RepeatedMeasuresEstimates([], [], []);
        }

        int k = data.Visits, p = data.Effects, sp = VisitMatrix.Stride(p);
        var effects = likelihood.Effects.AsSpan(0, p).ToArray();
        var covariance = new double[p * p];
        for (var i = 0; i < p; i++)
        {
            likelihood.Covariance.AsSpan(i * sp, p).CopyTo(covariance.AsSpan(i * p));
        }

        // Intercepts are those at covariates and responses of 0, not at the values they were counted from.
        for (var j = 0; j < k; j++)
        {
            effects[j] += data.ResponseCentre[j];
            for (var c = 2; c < data.Covariates; c++)
            {
                var from = c < data.ByVisit ? (c * k) + j : (data.ByVisit * k) + c - data.ByVisit;
                effects[j] -= data.CovariateCentre[c] * effects[from];
                for (var i = 0; i < p; i++)
                {
                    covariance[(j * p) + i] -= data.CovariateCentre[c] * covariance[(from * p) + i];
                }

                for (var i = 0; i < p; i++)
                {
                    covariance[(i * p) + j] -= data.CovariateCentre[c] * covariance[(i * p) + from];
                }
            }
        }

        var sigma = new double[k * k];
        for (var j = 0; j < k; j++)
        {
            search.Sigma.Slice(j * data.Stride, k).CopyTo(sigma.AsSpan(j * k));
        }

        return new RepeatedMeasuresEstimates(effects, covariance, sigma);
    }

    private static void Check(
        ReadOnlySpan<double> responses, int visits, ReadOnlySpan<int> group, ReadOnlySpan<double> covariates, ReadOnlySpan<bool> byVisit, int visit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(visits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(visits, MaximumVisits);
        ArgumentOutOfRangeException.ThrowIfNegative(visit);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(visit, visits);
        if (responses.Length != group.Length * visits)
        {
            throw new ArgumentException("Every patient needs as many responses as there are visits.", nameof(responses));
        }

        if (covariates.Length != group.Length * byVisit.Length)
        {
            throw new ArgumentException("Every patient needs a value of each covariate.", nameof(covariates));
        }

        if (group.ContainsAnyExceptInRange(0, 1))
        {
            throw new ArgumentException("Groups are 0 and 1.", nameof(group));
        }
    }

    private void CheckVisit(int visit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(visit);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(visit, data.Visits);
    }

    private FitStatus Search()
    {
        if (!start.FindRough(pooled: true, search.Start()))
        {
            return FitStatus.NotEstimable;
        }

        if (structure == VisitCovariance.Unstructured && data.Patients >= data.ByVisit + data.Visits && data.PairsSeen)
        {
            if (!start.Find(search.Start()) && !start.FindRough(pooled: false, search.Start()))
            {
                return FitStatus.NotEstimable;
            }

            if (search.Run(structure) && search.Factored)
            {
                return FitStatus.Estimated;
            }

            if (likelihood.Singular)
            {
                return FitStatus.NotEstimable;
            }
        }

        structure = VisitCovariance.CompoundSymmetry;
        start.FindRough(pooled: true, search.Start());
        return search.Run(structure) ? FitStatus.Estimated : likelihood.Singular ? FitStatus.NotEstimable : FitStatus.NotConverged;
    }
}

namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Mixed model for repeated measures (MMRM): group differences at scheduled visits, by restricted maximum likelihood with an unstructured covariance.</summary>
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

    /// <summary>Initializes a new instance of the <see cref="RepeatedMeasuresModel"/> class.</summary>
    public RepeatedMeasuresModel()
    {
        likelihood = new VisitLikelihood(data);
        curvature = new VisitCurvature(data, likelihood);
        tangent = new VisitTangent(data, likelihood, curvature);
        start = new VisitStart(data);
        search = new VisitSearch(data, likelihood, curvature, tangent);
        inference = new VisitInference(data, curvature, tangent, search);
    }

    /// <summary>Fits the model and tests the difference between the groups at a visit.</summary>
    public RepeatedMeasuresFit Fit(
        ReadOnlySpan<double> responses, int visits, ReadOnlySpan<int> group, ReadOnlySpan<double> covariates, ReadOnlySpan<bool> byVisit, int visit)
    {
        data.Load(responses, visits, group, covariates, byVisit);
        likelihood.Prepare();
        curvature.Prepare();
        tangent.Prepare();
        search.Prepare();
        inference.Prepare();
        if (!start.Find(search.Start()))
        {
            return default;
        }

        var ok = search.Run(VisitCovariance.Unstructured);
        var difference = likelihood.Coefficients[data.Stride + visit];
        var (variance, degrees) = inference.OfDifference(visit, VisitCovariance.Unstructured);
        var error = Math.Sqrt(variance);
        return new RepeatedMeasuresFit(
            ok ? FitStatus.Estimated : FitStatus.NotConverged, VisitCovariance.Unstructured, visit, difference, error, degrees, difference / error,
            TailProbability.StudentTTwoSided(difference / error, degrees), likelihood.Deviance, search.Iterations, data.Patients, data.Observations);
    }
}

namespace ProgressionSim.Statistics.MixedModels;

/// <summary>
/// Linear mixed model with a random intercept and slope for each patient, y = fixed effects + b0 + b1 t + e, fitted to two groups; tests that their slopes are equal.
/// </summary>
/// <remarks>
/// Laird and Ware, Biometrics 38:963-974 (1982), doi:10.2307/2529876. Valid where measurements are missing at random given those observed.
/// The permitted covariances of the random effects are the positive semidefinite ones; an optimum on their boundary is reported as such, and its degrees of
/// freedom take the rank as known. One instance for each thread: it owns its working memory, which grows with the largest data seen; results do not depend on
/// earlier calls.
/// </remarks>
public sealed class RandomSlopeModel
{
    private readonly RandomSlopePatterns patterns = new();
    private readonly RandomSlopeCriterion criterion;
    private readonly RandomSlopeConeSearch search;
    private readonly RandomSlopeMeanModel model;
    private readonly RandomSlopeLikelihood likelihood;
    private readonly RandomSlopeTest test;

    /// <summary>Prepares the model.</summary>
    /// <param name="model">Fixed effects.</param>
    /// <param name="likelihood">What is maximised.</param>
    /// <param name="test">Standard error and degrees of freedom of the slope difference.</param>
    /// <exception cref="ArgumentException">Kenward and Roger's test is asked for with the full likelihood, for which it is not defined.</exception>
    public RandomSlopeModel(
        RandomSlopeMeanModel model = RandomSlopeMeanModel.ConstrainedBaseline,
        RandomSlopeLikelihood likelihood = RandomSlopeLikelihood.Restricted,
        RandomSlopeTest test = RandomSlopeTest.Satterthwaite)
    {
        if (test == RandomSlopeTest.KenwardRoger && likelihood == RandomSlopeLikelihood.Full)
        {
            throw new ArgumentException("The test of Kenward and Roger belongs to the restricted likelihood.", nameof(test));
        }

        this.model = model;
        this.likelihood = likelihood;
        this.test = test;
        criterion = new RandomSlopeCriterion(patterns, model, likelihood);
        search = new RandomSlopeConeSearch(criterion, patterns);
    }

    /// <summary>Fits the model.</summary>
    /// <param name="values">Measurements [patient * visits + visit]; NaN is missing.</param>
    /// <param name="times">
    /// Times of the visits, the same for all patients, or [patient * visits + visit]; finite, those of missing measurements too unless they are the patient's own.
    /// </param>
    /// <param name="group">Group of each patient, 0 or 1; sets the number of patients.</param>
    /// <returns>The fit; <see cref="FitStatus.NotEstimable"/> where the data cannot tell the effects or the residual variance.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit together, a group is not 0 or 1, or a time needed is not finite.</exception>
    /// <remarks>Times of their own for each patient cost about three times as much as shared ones, where patients seen at the same visits are summed.</remarks>
    public RandomSlopeFit Fit(ReadOnlySpan<double> values, ReadOnlySpan<double> times, ReadOnlySpan<int> group)
    {
        var visits = RandomSlopeShapes.Visits(values, times, group);
        patterns.Read(values, times, group, visits);
        if (!(patterns.HasResiduals && patterns.PatientsWithSlope > 0 && criterion.Degrees > 0))
        {
            return WithoutNumbers();
        }

        var start = RandomSlopeStart.Gamma(patterns);
        if (!criterion.TryMeans(start))
        {
            return WithoutNumbers();
        }

        var iterations = 0;
        var boundary = RandomSlopeBoundary.Interior;
        var found = RandomSlopeNewton.TryFind(criterion, start, ref iterations)
            || search.TryFind(start, ref iterations, out boundary);
        return Report(found, boundary, iterations);
    }

    private RandomSlopeFit Report(bool found, RandomSlopeBoundary boundary, int iterations)
    {
        var means = criterion.Means;
        var beta = criterion.Beta;
        var variance = criterion.ResidualVariance;
        var estimate = beta.S1 - beta.S0;
        var error = Math.Sqrt(variance * means.ContrastVariance);
        var tested = test == RandomSlopeTest.KenwardRoger
            ? RandomSlopeInference.TryKenwardRoger(criterion, patterns, out var degrees, out var inflation)
            : RandomSlopeInference.TrySatterthwaite(criterion, boundary, out degrees, out inflation);
        error *= inflation;
        var statistic = estimate / error;
        var p = TailProbability.StudentTTwoSided(statistic, degrees);
        var minusTwo = criterion.Value() + (criterion.Degrees * (1 + Math.Log(2 * Math.PI)));
        var gamma = criterion.Gamma;
        var sound = found && tested && double.IsFinite(statistic) && double.IsFinite(minusTwo) && p >= 0;
        return new RandomSlopeFit(
            sound ? FitStatus.Estimated : FitStatus.NotConverged,
            boundary,
            estimate,
            error,
            degrees,
            statistic,
            p,
            new RandomSlopeFixedEffects(beta.I0 + patterns.Offset, beta.S0, model == RandomSlopeMeanModel.FullFactorial ? beta.I1 - beta.I0 : 0, estimate),
            means.ByEffect(model, variance),
            new RandomSlopeComponents(variance * gamma.A11, variance * gamma.A22, variance * gamma.A12, variance),
            minusTwo,
            patterns.Observations,
            patterns.Patients,
            iterations);
    }

    private RandomSlopeFit WithoutNumbers()
    {
        const double None = double.NaN;
        return new RandomSlopeFit(
            FitStatus.NotEstimable,
            RandomSlopeBoundary.Interior,
            None,
            None,
            None,
            None,
            None,
            new RandomSlopeFixedEffects(None, None, None, None),
            new RandomSlopeCovariance(None, None, None, None, None, None, None, None, None, None),
            new RandomSlopeComponents(None, None, None, None),
            None,
            patterns.Observations,
            patterns.Patients,
            0);
    }
}

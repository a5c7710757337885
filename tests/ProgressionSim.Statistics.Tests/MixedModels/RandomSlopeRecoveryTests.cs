using ProgressionSim.Statistics.MixedModels;

namespace ProgressionSim.Statistics.Tests.MixedModels;

/// <summary>Statistical: 4,000 simulated trials of 60 patients with dropout and missed visits; z = 4.6.</summary>
public sealed class RandomSlopeRecoveryTests
{
    private const int Trials = 4000;
    private const double Z = 4.6;

    private static readonly SimulatedSlopes Trial = new(60, 5, 0.7, 0.25, 1.7, 0.3, 0.05);

    // Sees a bias of 0.015 of the difference (its standard error is about 0.19, so that of the mean is 0.003) and a coverage off by 2 %.
    [Theory]
    [InlineData(RandomSlopeMeanModel.ConstrainedBaseline, RandomSlopeTest.Satterthwaite)]
    [InlineData(RandomSlopeMeanModel.FullFactorial, RandomSlopeTest.Satterthwaite)]
    [InlineData(RandomSlopeMeanModel.ConstrainedBaseline, RandomSlopeTest.KenwardRoger)]
    public void The_difference_of_slopes_is_unbiased_and_tests_keep_their_level(RandomSlopeMeanModel model, RandomSlopeTest test)
    {
        var fits = Fits(new RandomSlopeModel(model, test: test));
        Assert.All(fits, fit => Assert.Equal(FitStatus.Estimated, fit.Status));
        AssertMean(Trial.SlopeDifference, fits, fit => fit.Estimate, "difference");
        var rejected = fits.Count(fit => TailProbability.StudentTTwoSided((fit.Estimate - Trial.SlopeDifference) / fit.StandardError, fit.DegreesOfFreedom) < 0.05);
        var error = Math.Sqrt(0.05 * 0.95 / Trials);
        Assert.InRange((double)rejected / Trials, 0.05 - (Z * error), 0.05 + (Z * error));
    }

    [Fact]
    public void Restricted_variance_components_are_unbiased_and_those_of_the_full_likelihood_are_not()
    {
        var restricted = Fits(new RandomSlopeModel());
        AssertMean(25, restricted, fit => fit.Components.Intercept, "intercept variance");
        AssertMean(0.49, restricted, fit => fit.Components.Slope, "slope variance");
        AssertMean(0.25 * 5 * 0.7, restricted, fit => fit.Components.Covariance, "covariance");
        AssertMean(1.7 * 1.7, restricted, fit => fit.Components.Residual, "residual variance");

        // About one part in 30 too small, which the check above must be able to see.
        var full = Fits(new RandomSlopeModel(likelihood: RandomSlopeLikelihood.Full)).Select(fit => fit.Components.Slope).ToArray();
        Assert.True(0.49 - full.Average() > Z * StandardErrorOfMean(full));
    }

    private static RandomSlopeFit[] Fits(RandomSlopeModel model)
    {
        var group = Trial.Group;
        return [.. Enumerable.Range(0, Trials).Select(number => model.Fit(Trial.Draw(0x51A4, (ulong)number), SimulatedSlopes.Times, group))];
    }

    private static void AssertMean(double truth, RandomSlopeFit[] fits, Func<RandomSlopeFit, double> part, string what)
    {
        var values = fits.Select(part).ToArray();
        Assert.True(
            Math.Abs(values.Average() - truth) < Z * StandardErrorOfMean(values),
            FormattableString.Invariant($"{what}: mean {values.Average()} for {truth}, standard error {StandardErrorOfMean(values)}"));
    }

    private static double StandardErrorOfMean(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length);
    }
}

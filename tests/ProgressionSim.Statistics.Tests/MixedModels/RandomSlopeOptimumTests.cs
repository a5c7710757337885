using ProgressionSim.Statistics.MixedModels;
using ProgressionSim.TestKit;

namespace ProgressionSim.Statistics.Tests.MixedModels;

/// <summary>Oracles: closed forms of balanced data; a dense likelihood that no permitted covariance near or far may beat.</summary>
public sealed class RandomSlopeOptimumTests
{
    [Theory]
    [InlineData(RandomSlopeLikelihood.Restricted)]
    [InlineData(RandomSlopeLikelihood.Full)]
    public void Complete_data_have_the_closed_form_of_the_analysis_between_and_within_patients(RandomSlopeLikelihood likelihood)
    {
        var trial = new SimulatedSlopes(30, 5, 0.7, 0.2, 1.7, 0.3, 0);
        var values = trial.Draw(0x51A0, 1);
        var t = SimulatedSlopes.Times;
        var mean = t.Average();
        var spread = t.Sum(x => (x - mean) * (x - mean));
        var lines = new List<(int Group, double Intercept, double Slope)>();
        var residuals = 0.0;
        for (var i = 0; i < 30; i++)
        {
            var y = values.AsSpan(i * t.Length, t.Length).ToArray();
            var slope = y.Zip(t, (a, b) => a * (b - mean)).Sum() / spread;
            var intercept = y.Average() - (slope * mean);
            residuals += y.Zip(t, (a, b) => Math.Pow(a - intercept - (slope * b), 2)).Sum();
            lines.Add((i % 2, intercept, slope));
        }

        // Covariance of the lines within groups is D + residual variance times (Z'Z)^-1.
        var divisor = likelihood == RandomSlopeLikelihood.Restricted ? 28 : 30;
        double MeanOf(int g, Func<(int Group, double Intercept, double Slope), double> part) => lines.Where(line => line.Group == g).Average(part);
        double Apart((int Group, double Intercept, double Slope) line, Func<(int Group, double Intercept, double Slope), double> part) =>
            part(line) - MeanOf(line.Group, part);
        double Covariance(Func<(int Group, double Intercept, double Slope), double> a, Func<(int Group, double Intercept, double Slope), double> b) =>
            lines.Sum(line => Apart(line, a) * Apart(line, b)) / divisor;
        var variance = residuals / (30 * (t.Length - 2));
        var slopes = Covariance(line => line.Slope, line => line.Slope);
        var difference = MeanOf(1, line => line.Slope) - MeanOf(0, line => line.Slope);
        var fit = new RandomSlopeModel(RandomSlopeMeanModel.FullFactorial, likelihood).Fit(values, t, trial.Group);
        Assert.Equal(FitStatus.Estimated, fit.Status);
        Numbers.RelativelyClose(variance, fit.Components.Residual, 1e-10, "residual variance");
        Numbers.RelativelyClose(slopes - (variance / spread), fit.Components.Slope, 1e-10, "slope variance");
        Numbers.RelativelyClose(
            Covariance(line => line.Intercept, line => line.Intercept) - (variance * ((1.0 / t.Length) + (mean * mean / spread))),
            fit.Components.Intercept,
            1e-10,
            "intercept variance");
        Numbers.RelativelyClose(
            Covariance(line => line.Intercept, line => line.Slope) + (variance * mean / spread), fit.Components.Covariance, 1e-9, "covariance");
        Numbers.RelativelyClose(difference, fit.Estimate, 1e-10, "difference");
        Numbers.RelativelyClose(Math.Sqrt(slopes * 2 / 15), fit.StandardError, 1e-10, "standard error");
        Numbers.RelativelyClose(divisor, fit.DegreesOfFreedom, 1e-9, "degrees of freedom");
        if (likelihood == RandomSlopeLikelihood.Restricted)
        {
            var robust = new RandomSlopeModel(RandomSlopeMeanModel.FullFactorial, test: RandomSlopeTest.KenwardRoger).Fit(values, t, trial.Group);
            Numbers.RelativelyClose(Math.Sqrt(slopes * 2 / 15), robust.StandardError, 1e-10, "standard error of Kenward and Roger");
            Numbers.RelativelyClose(28, robust.DegreesOfFreedom, 1e-9, "degrees of freedom of Kenward and Roger");
        }
    }

    public static TheoryData<RandomSlopeMeanModel, RandomSlopeLikelihood, double, double> Shapes => new(
        from model in Enum.GetValues<RandomSlopeMeanModel>()
        from likelihood in Enum.GetValues<RandomSlopeLikelihood>()
        from sd in new[] { (5.0, 0.1), (0.3, 0.05), (0.0, 0.0), (0.0, 0.4), (3.0, 0.0) }
        select (model, likelihood, sd.Item1, sd.Item2));

    [Theory]
    [MemberData(nameof(Shapes))]
    public void No_permitted_covariance_has_a_better_likelihood(RandomSlopeMeanModel model, RandomSlopeLikelihood likelihood, double interceptSd, double slopeSd)
    {
        var trial = new SimulatedSlopes(14, interceptSd, slopeSd, 0, 2, 0.2, 0.1);
        var fitter = new RandomSlopeModel(model, likelihood);
        var draws = new SplitMix64(0x51A1);
        for (ulong number = 0; number < 6; number++)
        {
            var values = trial.Draw(0x51A2, number);
            var fit = fitter.Fit(values, SimulatedSlopes.Times, trial.Group);
            Assert.Equal(FitStatus.Estimated, fit.Status);
            var best = Deviance(fit.Components);
            Numbers.RelativelyClose(best, fit.MinusTwoLogLikelihood, 1e-10, "minus twice the log likelihood");

            var c = fit.Components;
            var a = Math.Sqrt(c.Intercept);
            var b = a > 0 ? c.Covariance / a : 0;
            var d = Math.Sqrt(Math.Max(0, c.Slope - (b * b)));
            for (var trials = 0; trials < 40; trials++)
            {
                // From near by to far off.
                var size = Math.Pow(10, -4 + (4 * draws.NextUniform()));
                var (na, nb, nd) = (a + Step(size * 2), b + Step(size * 0.4), d + Step(size * 0.4));
                var residual = c.Residual * Math.Exp(Step(size * 0.3));
                var other = Deviance(new RandomSlopeComponents(na * na, (nb * nb) + (nd * nd), na * nb, residual));
                Assert.True(other >= best - 1e-9, FormattableString.Invariant($"{number}: {other:R} below {best:R} at {fit.Boundary}"));
            }

            double Deviance(RandomSlopeComponents components) =>
                DenseDeviance.Of(values, SimulatedSlopes.Times, trial.Group, model, likelihood, components);
        }

        double Step(double size) => size * ((2 * draws.NextUniform()) - 1);
    }

    [Fact]
    public void Both_kinds_of_boundary_are_met_and_reported()
    {
        var trial = new SimulatedSlopes(14, 0, 0, 0, 2, 0.2, 0.1);
        var fitter = new RandomSlopeModel();
        var fits = Enumerable.Range(0, 200).Select(number => fitter.Fit(trial.Draw(0x51A3, (ulong)number), SimulatedSlopes.Times, trial.Group)).ToArray();
        Assert.All(fits, fit => Assert.Equal(FitStatus.Estimated, fit.Status));
        foreach (var kind in Enum.GetValues<RandomSlopeBoundary>())
        {
            Assert.Contains(fits, fit => fit.Boundary == kind);
        }

        Assert.All(fits.Where(fit => fit.Boundary == RandomSlopeBoundary.NoVariation), fit =>
        {
            // Least squares: degrees of freedom are measurements less fixed effects.
            Assert.Equal(0, fit.Components.Intercept + fit.Components.Slope);
            Numbers.RelativelyClose(fit.Observations - 3, fit.DegreesOfFreedom, 1e-12, "degrees of freedom");
        });
        Assert.All(fits.Where(fit => fit.Boundary == RandomSlopeBoundary.RankOne), fit =>
            Numbers.Close(fit.Components.Intercept * fit.Components.Slope, Math.Pow(fit.Components.Covariance, 2), 1e-12, "rank 1"));
    }
}

using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Verification;

/// <summary>The oracles themselves, against values from outside the project or closed forms.</summary>
public sealed class OracleTests
{
    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Matrix_exponential_gives_the_probabilities_computed_with_sixty_digits()
    {
        foreach (var scenario in (string[])["constant", "switch12"])
        {
            foreach (var (month, expected) in W1.Reference(scenario))
            {
                var before = string.Equals(scenario, "constant", StringComparison.Ordinal) ? month : Math.Min(month, 12);
                var p = MatrixExponential.Apply([1, 0, 0], MatrixExponential.Of(MatrixExponential.Chain(0.08, 0.02, 0.06), before));
                p = MatrixExponential.Apply(p, MatrixExponential.Of(MatrixExponential.Chain(0.01, 0.02, 0.06), month - before));
                for (var state = 0; state < 3; state++)
                {
                    Assert.Equal(expected[state], p[state], 2e-14);
                }
            }
        }
    }

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Mean_field_of_uncoupled_rates_is_the_matrix_exponential()
    {
        var plan = TestPlans.ConstantRates(1, 0);
        var solver = new MeanFieldSolver(
            plan.Disease, plan.Measures, new PlainPatient { BetweenRegionRate = 0, TreatedRecoveryRate = 0 }, t => new PlainEffect(0, t < 12 ? 1 : 0.125, 1), 12);
        foreach (var (month, p) in W1.Reference("switch12"))
        {
            solver.AdvanceTo(month);
            Assert.Equal(1000 * p[0], solver.Healthy(2), 1e-6);
            Assert.Equal(1000 * p[1], solver.Stressed(2), 1e-6);
            Assert.Equal(1000 * p[2], solver.Lost(2), 1e-6);
        }
    }

    /// <summary>1,000 patients of four pools: SE of a mean at month 12 0.25 (0.06 %), of a variance 2.2 %.</summary>
    [Fact]
    [Trait("Evidence", "Statistical")]
    public void Residual_thresholds_give_the_moments_of_the_multinomial()
    {
        var plan = TestPlans.ConstantRates(1, 0);
        var simulator = new ResidualThresholdSimulator(plan.Disease, new PlainPatient { BetweenRegionRate = 0, TreatedRecoveryRate = 0 }, plan.StepMonths);
        var reference = W1.Reference("constant").Take(4).ToArray();
        var seen = new double[1000][][];
        Parallel.For(0, seen.Length, patient => seen[patient] = simulator.Simulate(new SplitMix64(1451, (ulong)patient), [.. reference.Select(row => (double)row.Month)]));
        foreach (var (index, (month, p)) in reference.Index())
        {
            for (var state = 0; state < 3; state++)
            {
                var moments = SampleMoments.Of([.. seen.SelectMany(patient => patient[index].Skip(4 * state).Take(4))]);
                W1.Check($"state {state}, month {month}", moments.Mean, moments.Variance, p[state], moments.Count);
            }
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Assertions_allow_4_6_standard_errors_and_their_slack()
    {
        StatAssert.Mean("inside", 10 + 4.59 + 0.5, 10, 1, 0.5);
        Assert.Throws<EstimateException>(() => StatAssert.Mean("outside", 10 + 4.61 + 0.5, 10, 1, 0.5));
        Assert.Throws<EstimateException>(() => StatAssert.Mean("not a number", double.NaN, 10, 1));
        Assert.Throws<InvalidOperationException>(() => StatAssert.Rejects("what is right", () => StatAssert.Mean("right", 10, 10, 1)));

        // A normal sample: the variance of its variance is 2 / (n - 1), 0.1414 for n = 101.
        Assert.Equal(Math.Sqrt(2.0 / 100), StatAssert.StandardErrorOfVariance(1, 101, 3), 0.001);
    }
}

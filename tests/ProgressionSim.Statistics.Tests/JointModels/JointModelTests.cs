using MathNet.Numerics.LinearAlgebra;
using ProgressionSim.Statistics.JointModels;
using ProgressionSim.TestKit;

namespace ProgressionSim.Statistics.Tests.JointModels;

/// <summary>Oracles: the likelihood by plain integration, the mixed model in closed form, and recovery of the truth in simulated trials.</summary>
public sealed class JointModelTests
{
    [Fact]
    public void The_fit_is_the_maximum_of_the_plainly_integrated_likelihood()
    {
        var trial = Small();
        var fit = Fit(trial, new JointModel(quadraturePoints: 25));
        Assert.Equal(FitStatus.Estimated, fit.Status);
        var at = Parameters(fit);
        var top = PlainJointLikelihood.At(trial, at);
        Numbers.Close(top, fit.LogLikelihood, 1e-11, "log likelihood");

        // The plain likelihood carries about 1e-10, so its slope per standard error is known to 1e-9.
        var errors = ConditionalErrors(trial, at, top);
        for (var j = 0; j < at.Length; j++)
        {
            var slope = (Moved(trial, at, j, 0.05 * errors[j]) - Moved(trial, at, j, -0.05 * errors[j])) / 0.1;
            Assert.True(Math.Abs(slope) < 1e-3, $"parameter {j}: {slope:R} per standard error");
        }

        // A model that misses the deaths' say about the lines is not at the maximum.
        at[JointIndexOfAssociation] = 0;
        Assert.True(PlainJointLikelihood.At(trial, at) < top - 1);
    }

    [Fact]
    [Trait("Category", "Long")]
    public void Standard_errors_are_those_of_the_plain_likelihoods_curvature()
    {
        var trial = Small();
        var fit = Fit(trial, new JointModel(quadraturePoints: 25));
        var at = Parameters(fit);
        double[] h = [.. ConditionalErrors(trial, at, fit.LogLikelihood).Select(error => 0.03 * error)];
        var information = Matrix<double>.Build.Dense(at.Length, at.Length);
        for (var i = 0; i < at.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                double Corner(int a, int b)
                {
                    var moved = at.ToArray();
                    moved[i] += a * h[i];
                    moved[j] += b * h[j];
                    return PlainJointLikelihood.At(trial, moved);
                }

                information[i, j] = information[j, i] = (Corner(1, -1) + Corner(-1, 1) - Corner(1, 1) - Corner(-1, -1)) / (4 * h[i] * h[j]);
            }
        }

        var covariance = information.Inverse();
        JointEffect[] effects = [fit.Intercept, fit.Slope, fit.SlopeEffect, fit.LogHazard, fit.DirectEffect, fit.Association];
        int[] rows = [0, 1, 2, 7, 8, 9];
        for (var k = 0; k < rows.Length; k++)
        {
            // Differences over 0.03 standard errors leave about 1e-3.
            Numbers.RelativelyClose(Math.Sqrt(covariance[rows[k], rows[k]]), effects[k].StandardError, 2e-3, $"standard error {k}");
        }
    }

    [Fact]
    public void Few_deaths_without_association_leave_the_line_nearly_alone()
    {
        var trial = new JointTrial { Association = 0, LogHazard = -6 }.Draw(4111, 0);
        var fit = Fit(trial, new JointModel());
        Assert.Equal(FitStatus.Estimated, fit.Status);
        var line = Fit(Alive(trial), new JointModel());
        Numbers.Close(line.SlopeEffect.StandardError, fit.SlopeEffect.StandardError, 5e-3, "standard error");
        Numbers.Close(line.SlopeEffect.Estimate, fit.SlopeEffect.Estimate, 0.02, "slope effect");
    }

    [Fact]
    public void Without_deaths_it_is_the_mixed_model()
    {
        // The simplex search of the plain fit stops where the likelihood no longer changes, about 1e-6 from its maximum.
        var trial = Alive(new JointTrial { Patients = 60 }.Draw(4112, 0));
        var fit = Fit(trial, new JointModel());
        Assert.Equal(FitStatus.Estimated, fit.Status);
        var plain = PlainLine.Maximise(trial);
        Numbers.Close(plain.SlopeEffect, fit.SlopeEffect.Estimate, 2e-6, "slope effect");
        Numbers.Close(plain.StandardError, fit.SlopeEffect.StandardError, 1e-4, "its standard error, by differences");
        Numbers.Close(plain.LogLikelihood, fit.LogLikelihood, 1e-11, "log likelihood");
        Assert.True(double.IsNaN(fit.DirectEffect.Estimate) && double.IsNaN(fit.Association.StandardError) && double.IsNaN(fit.GlobalStatistic));
    }

    [Fact]
    public void Thirty_trials_recover_the_truth() => Recover(30, 4113, 0.83, 1);

    [Fact]
    [Trait("Category", "Long")]
    public void Intervals_of_a_thousand_trials_cover() => Recover(1000, 4114, 0.93, 0.97);

    [Fact]
    public void A_constant_hazard_is_fitted_without_shape_and_prefers_no_more_points()
    {
        var trial = new JointTrial { Shape = 1, LogHazard = -1.2 }.Draw(4115, 0);
        var few = Fit(trial, new JointModel(HazardShape.Exponential));
        var many = Fit(trial, new JointModel(HazardShape.Exponential, 15));
        Assert.Equal(FitStatus.Estimated, few.Status);
        Assert.Equal(0, few.LogShape.Estimate);
        Numbers.Close(many.LogLikelihood, few.LogLikelihood, 1e-8, "log likelihood");
        Numbers.Close(many.DirectEffect.Estimate, few.DirectEffect.Estimate, 1e-6, "direct effect");
        Numbers.Close(many.Association.StandardError, few.Association.StandardError, 1e-5, "association");
        Assert.True(Fit(trial, new JointModel()).LogLikelihood >= few.LogLikelihood);
    }

    [Fact]
    public void Earlier_fits_change_nothing_and_patients_may_come_in_any_units()
    {
        var trial = new JointTrial().Draw(4116, 0, missed: 0.1);
        var model = new JointModel();
        var first = Fit(trial, model);
        Fit(new JointTrial { Patients = 350 }.Draw(4116, 1), model);
        Assert.Equal(first, Fit(trial, model));

        // Weeks in place of months, hundredths in place of points, visit times one row a patient.
        const double Weeks = 4.348;
        var rows = new double[trial.Values.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = Weeks * trial.Visits[i % trial.Visits.Length];
        }

        var moved = model.Fit([.. trial.Values.Select(y => 100 * y)], rows, trial.Group, [.. trial.Times.Select(t => Weeks * t)], trial.Events);
        Numbers.Close(first.SlopeEffect.Statistic, moved.SlopeEffect.Statistic, 1e-6, "slope effect");
        Numbers.Close(first.DirectEffect.Estimate, moved.DirectEffect.Estimate, 1e-6, "direct effect");
        Numbers.Close(first.Association.Estimate, 100 * moved.Association.Estimate, 1e-6, "association");
        Numbers.Close(first.OverallEffect.StandardError, moved.OverallEffect.StandardError, 1e-6, "overall effect");
        Numbers.Close(first.GlobalStatistic, moved.GlobalStatistic, 1e-6, "global");
    }

    [Fact]
    public void Data_without_an_answer_say_so()
    {
        var model = new JointModel();
        var trial = new JointTrial { Patients = 40 }.Draw(4117, 0);
        Assert.Equal(FitStatus.NotEstimable, model.Fit(trial.Values, trial.Visits, new int[40], trial.Times, trial.Events).Status);
        Assert.Equal(FitStatus.NotEstimable, model.Fit(new double[200], trial.Visits, trial.Group, trial.Times, trial.Events).Status);
        Assert.Equal(FitStatus.NotEstimable, model.Fit([], [], [], [], []).Status);
        Assert.Equal(FitStatus.NotEstimable, model.Fit([1, 2], [0], [0, 1], [1, 1], [true, true]).Status);
        bool[] oneSided = [.. trial.Events.Select((died, i) => died && trial.Group[i] == 0)];
        Assert.Equal(FitStatus.NotEstimable, model.Fit(trial.Values, trial.Visits, trial.Group, trial.Times, oneSided).Status);

        // Lines without any residual: the likelihood has no maximum.
        double[] exact = [.. Enumerable.Range(0, 200).Select(k => 40.0 + ((k / 5) * 0.1) - (k % 5))];
        Assert.NotEqual(FitStatus.Estimated, model.Fit(exact, trial.Visits, trial.Group, trial.Times, trial.Events).Status);
        Assert.Throws<ArgumentException>(() => model.Fit([1, 2], [0], [0, 2], [1, 1], [true, true]));
        Assert.Throws<ArgumentException>(() => model.Fit([1, 2], [0], [0, 1], [1, 0], [true, true]));
        Assert.Throws<ArgumentException>(() => model.Fit([1, 2], [0], [0, 1], [1], [true, true]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new JointModel(quadraturePoints: 2));
    }

    private const int JointIndexOfAssociation = 9;

    private static JointTrial Small() => new JointTrial { Patients = 30, Visits = [0, 2, 4, 8, 12], LogHazard = -0.5 }.Draw(4110, 0, missed: 0.15);

    private static double[] Parameters(JointModelFit fit) =>
    [
        fit.Intercept.Estimate, fit.Slope.Estimate, fit.SlopeEffect.Estimate, fit.InterceptVariance, fit.InterceptSlopeCovariance, fit.SlopeVariance,
        fit.ResidualVariance, fit.LogHazard.Estimate, fit.DirectEffect.Estimate, fit.Association.Estimate, Math.Exp(fit.LogShape.Estimate),
    ];

    private static double Moved(JointTrial trial, double[] at, int index, double by)
    {
        var moved = at.ToArray();
        moved[index] += by;
        return PlainJointLikelihood.At(trial, moved);
    }

    // Standard error of each parameter with the others held, from the curvature along it.
    private static double[] ConditionalErrors(JointTrial trial, double[] at, double top) =>
    [
        .. at.Select((value, j) =>
        {
            var step = 0.002 * Math.Max(0.1, Math.Abs(value));
            return step / Math.Sqrt((2 * top) - Moved(trial, at, j, step) - Moved(trial, at, j, -step));
        }),
    ];

    private static void Recover(int trials, ulong seed, double lowest, double highest)
    {
        var truth = new JointTrial();
        var model = new JointModel();
        (string Name, double Truth, Func<JointModelFit, JointEffect> Of)[] effects =
        [
            ("slope effect", truth.SlopeEffect, fit => fit.SlopeEffect), ("direct effect", truth.DirectEffect, fit => fit.DirectEffect),
            ("association", truth.Association, fit => fit.Association), ("slope", -1.06, fit => fit.Slope), ("intercept", 38, fit => fit.Intercept),
            ("log shape", Math.Log(truth.Shape), fit => fit.LogShape), ("log hazard", truth.LogHazard, fit => fit.LogHazard),
        ];
        var sums = new double[effects.Length];
        var squares = new double[effects.Length];
        var covered = new int[effects.Length];
        for (var k = 0; k < trials; k++)
        {
            var fit = Fit(truth.Draw(seed, (ulong)k), model);
            Assert.Equal(FitStatus.Estimated, fit.Status);
            for (var e = 0; e < effects.Length; e++)
            {
                var effect = effects[e].Of(fit);
                var error = effect.Estimate - effects[e].Truth;
                sums[e] += error;
                squares[e] += error * error;
                covered[e] += Math.Abs(error) <= 1.959963984540054 * effect.StandardError ? 1 : 0;
            }
        }

        for (var e = 0; e < effects.Length; e++)
        {
            // Maximum likelihood is biased by order 1/n: up to a tenth of a standard deviation is granted.
            var deviation = Math.Sqrt(squares[e] / trials);
            StatAssert.Mean(effects[e].Name, sums[e] / trials, 0, deviation / Math.Sqrt(trials), 0.1 * deviation);
            Assert.InRange((double)covered[e] / trials, lowest, highest);
            TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
                $"{effects[e].Name}: bias {sums[e] / trials:F4}, SD {deviation:F4}, coverage {(double)covered[e] / trials:F3}"));
        }
    }

    private static JointTrial Alive(JointTrial trial)
    {
        var copy = trial with { };
        copy.Events.AsSpan().Clear();
        return copy;
    }

    private static JointModelFit Fit(JointTrial trial, JointModel model) => model.Fit(trial.Values, trial.Visits, trial.Group, trial.Times, trial.Events);
}

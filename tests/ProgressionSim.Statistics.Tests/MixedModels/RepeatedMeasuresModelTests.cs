using MathNet.Numerics.LinearAlgebra;
using ProgressionSim.Statistics.MixedModels;
using ProgressionSim.TestKit;

namespace ProgressionSim.Statistics.Tests.MixedModels;

public sealed class RepeatedMeasuresModelTests
{
    [Fact]
    public void Complete_data_with_all_effects_by_visit_give_multivariate_regression()
    {
        var data = RepeatedMeasuresData.Read("long_balanced");
        int n = data.Patients, k = data.Visits;
        var model = new RepeatedMeasuresModel();
        var fit = model.Fit(data.Responses, k, data.Group, data.Covariates, [true, true], k - 1);
        var x = Matrix<double>.Build.Dense(n, 4, (i, c) => c == 0 ? 1 : c == 1 ? data.Group[i] : data.Covariates[(2 * i) + c - 2]);
        var y = Matrix<double>.Build.Dense(n, k, (i, j) => data.Responses[(i * k) + j]);
        var beta = x.QR().Solve(y);
        var residual = y - (x * beta);
        var sigma = residual.TransposeThisAndMultiply(residual) / (n - 4);
        var inverse = x.TransposeThisAndMultiply(x).Inverse();
        var estimates = model.Estimates();
        for (var j = 0; j < k; j++)
        {
            var difference = model.Difference(j);
            RepeatedMeasuresReferenceTests.Close(beta[1, j], difference.Difference, 1e-10);
            RepeatedMeasuresReferenceTests.Close(Math.Sqrt(sigma[j, j] * inverse[1, 1]), difference.StandardError, 1e-10);
            RepeatedMeasuresReferenceTests.Close(n - 4, difference.DegreesOfFreedom, 1e-9);

            // Student's t is exact here, so that there is nothing to correct.
            RepeatedMeasuresReferenceTests.Close(difference.StandardError, model.KenwardRoger(j).StandardError, 1e-9);
            for (var l = 0; l < k; l++)
            {
                RepeatedMeasuresReferenceTests.Close(sigma[j, l], estimates.Sigma[(j * k) + l], 1e-10);
            }
        }

        Assert.Equal(k - 1, fit.Visit);
        Assert.InRange(fit.Iterations, 1, 2);

        // Maximum likelihood would divide by n.
        Assert.True(Math.Abs((estimates.Sigma[0] * (n - 4) / n) - sigma[0, 0]) > 0.05 * sigma[0, 0]);
    }

    [Theory]
    [MemberData(nameof(RepeatedMeasuresReferenceTests.Names), MemberType = typeof(RepeatedMeasuresReferenceTests))]
    public void Too_few_patients_fall_back_to_compound_symmetry_and_say_so(string name)
    {
        // Two visits never seen together cannot have a covariance.
        var data = RepeatedMeasuresData.Read(name);
        var responses = (double[])data.Responses.Clone();
        for (var i = 0; i < data.Patients; i++)
        {
            responses[(i * data.Visits) + (i % 2 == 0 ? 0 : data.Visits - 1)] = double.NaN;
        }

        var model = new RepeatedMeasuresModel();
        var fit = model.Fit(responses, data.Visits, data.Group, data.Covariates, RepeatedMeasuresData.ByVisit, data.Visits - 1);
        Assert.Equal(FitStatus.Estimated, fit.Status);
        Assert.Equal(VisitCovariance.CompoundSymmetry, fit.Covariance);
        var sigma = model.Estimates().Sigma;
        Assert.All(Enumerable.Range(1, data.Visits - 1), j => RepeatedMeasuresReferenceTests.Close(sigma[0], sigma[(j * data.Visits) + j], 1e-12));
        Assert.All(Enumerable.Range(1, data.Visits - 1), j => RepeatedMeasuresReferenceTests.Close(sigma[1], sigma[j], 1e-12));
        Assert.True(fit.DegreesOfFreedom > data.Patients);
        Assert.True(model.KenwardRoger(0).StandardError > 0);
    }

    [Fact]
    public void Results_do_not_depend_on_earlier_calls()
    {
        var missing = RepeatedMeasuresData.Read("long_missing");
        var balanced = RepeatedMeasuresData.Read("long_balanced");
        var used = new RepeatedMeasuresModel();
        Fit(used, balanced);
        var first = Fit(used, missing);
        used.KenwardRoger(0);
        Assert.Equal(first, used.Difference(missing.Visits - 1));
        Assert.Equal(first, Fit(new RepeatedMeasuresModel(), missing));
        Fit(used, balanced);
        used.Fit(missing.Responses.AsSpan(0, 30), 3, missing.Group.AsSpan(0, 10), [], [], 0);
        Assert.Equal(first, Fit(used, missing));
    }

    [Fact]
    public void A_grown_model_does_not_allocate()
    {
        var data = RepeatedMeasuresData.Read("long_missing");
        var model = new RepeatedMeasuresModel();
        Fit(model, data);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Fit(model, data);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Swapping_groups_and_shifting_or_scaling_numbers_moves_the_answer_along()
    {
        var data = RepeatedMeasuresData.Read("long_missing");
        var model = new RepeatedMeasuresModel();
        var plain = Fit(model, data);
        var moved = Fit(model, data with
        {
            Group = [.. data.Group.Select(g => 1 - g)],
            Responses = [.. data.Responses.Select(y => (1000 * y) + 5000)],
            Covariates = [.. data.Covariates.Select(x => (0.01 * x) + 30)],
        });
        RepeatedMeasuresReferenceTests.Close(-1000 * plain.Difference, moved.Difference, 1e-8);
        RepeatedMeasuresReferenceTests.Close(1000 * plain.StandardError, moved.StandardError, 1e-8);
        RepeatedMeasuresReferenceTests.Close(plain.DegreesOfFreedom, moved.DegreesOfFreedom, 1e-6);
    }

    [Fact]
    public void Data_without_an_answer_say_so()
    {
        var data = RepeatedMeasuresData.Read("long_missing");
        var model = new RepeatedMeasuresModel();
        Assert.Equal(FitStatus.NotEstimable, Fit(model, data with { Group = new int[data.Patients] }).Status);
        Assert.Equal(FitStatus.NotEstimable, Fit(model, data with { Responses = new double[data.Responses.Length] }).Status);
        Assert.Equal(FitStatus.NotEstimable, Fit(model, data with { Covariates = new double[data.Covariates.Length] }).Status);
        Assert.Equal(FitStatus.NotEstimable, model.Fit([], 3, [], [], [], 0).Status);
        var lastVisitEmpty = data.Responses.Select((y, i) => i % data.Visits == data.Visits - 1 ? double.NaN : y).ToArray();
        var none = Fit(model, data with { Responses = lastVisitEmpty });
        Assert.Equal(FitStatus.NotEstimable, none.Status);
        Assert.True(double.IsNaN(none.PValue));
        Assert.Empty(model.Estimates().FixedEffects);
    }

    [Fact]
    public void Small_trials_are_fitted_or_flagged()
    {
        var random = new SplitMix64(20251);
        var model = new RepeatedMeasuresModel();
        var statuses = new Dictionary<(FitStatus, VisitCovariance), int>();
        for (var trial = 0; trial < 400; trial++)
        {
            const int Visits = 5;
            var patients = 4 + (trial % 20);
            var group = Enumerable.Range(0, patients).Select(i => i % 2).ToArray();
            var responses = new double[patients * Visits];
            for (var i = 0; i < responses.Length; i++)
            {
                responses[i] = random.NextUniform() < 0.2 ? double.NaN : random.NextUniform() + random.NextUniform();
            }

            var fit = model.Fit(responses, Visits, group, [], [], Visits - 1);
            statuses[(fit.Status, fit.Covariance)] = statuses.GetValueOrDefault((fit.Status, fit.Covariance)) + 1;
            if (fit.Status == FitStatus.Estimated)
            {
                Assert.True(fit.StandardError > 0 && fit.DegreesOfFreedom > 0 && fit.PValue is >= 0 and <= 1, $"trial {trial}: {fit}");
            }
        }

        Assert.True(statuses[(FitStatus.Estimated, VisitCovariance.Unstructured)] > 150);
        Assert.True(statuses[(FitStatus.Estimated, VisitCovariance.CompoundSymmetry)] > 50);
    }

    [Fact]
    public void Wrong_shapes_are_refused()
    {
        var model = new RepeatedMeasuresModel();
        Assert.Throws<ArgumentException>(() => model.Fit(new double[5], 3, [0, 1], [], [], 0));
        Assert.Throws<ArgumentException>(() => model.Fit(new double[6], 3, [0, 2], [], [], 0));
        Assert.Throws<ArgumentException>(() => model.Fit(new double[6], 3, [0, 1], [1], [true], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Fit(new double[6], 3, [0, 1], [], [], 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Fit([], 17, [], [], [], 0));
    }

    private static RepeatedMeasuresFit Fit(RepeatedMeasuresModel model, RepeatedMeasuresData data) =>
        model.Fit(data.Responses, data.Visits, data.Group, data.Covariates, RepeatedMeasuresData.ByVisit, data.Visits - 1);
}

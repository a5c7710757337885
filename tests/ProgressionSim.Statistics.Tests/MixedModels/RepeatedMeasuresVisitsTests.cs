using MathNet.Numerics.LinearAlgebra;
using ProgressionSim.Statistics.MixedModels;
using ProgressionSim.TestKit;

namespace ProgressionSim.Statistics.Tests.MixedModels;

public sealed class RepeatedMeasuresVisitsTests
{
    private const int Patients = 90;

    /// <summary>Numbers of visits below, at and above a vector, odd and even: each has loops of its own.</summary>
    public static TheoryData<int> VisitNumbers => [1, 2, 3, 4, 5, 6, 7, 8, 9];

    [Theory]
    [MemberData(nameof(VisitNumbers))]
    public void A_fit_is_the_maximum_of_a_plain_likelihood_for_any_number_of_visits(int visits)
    {
        var random = new SplitMix64(20261126, (ulong)visits);
        var data = Simulate(visits, random);
        var model = new RepeatedMeasuresModel();
        var fit = model.Fit(data.Responses, visits, data.Group, data.Covariates, RepeatedMeasuresData.ByVisit, visits - 1);
        Assert.Equal(FitStatus.Estimated, fit.Status);
        Assert.Equal(VisitCovariance.Unstructured, fit.Covariance);
        Assert.InRange(fit.Iterations, 1, 6);
        var estimates = model.Estimates();
        var sigma = Matrix<double>.Build.Dense(visits, visits, (a, b) => estimates.Sigma[(a * visits) + b]);
        var plain = new PlainRestrictedLikelihood(data);
        var (deviance, covariance) = plain.At(sigma);
        RepeatedMeasuresReferenceTests.Close(deviance, fit.MinusTwoLogLikelihood, 1e-11);
        RepeatedMeasuresReferenceTests.Close(Math.Sqrt(covariance[(2 * visits) - 1, (2 * visits) - 1]), fit.StandardError, 1e-9);

        // Along any direction the slope is 0: steps of h see it to h^2 and to the deviance's own digits over h.
        var factor = sigma.Cholesky().Factor;
        var bend = Matrix<double>.Build.Dense(visits, visits, (_, _) => random.NextUniform() - 0.5);
        bend += bend.Transpose();
        bend /= bend.FrobeniusNorm();
        double At(double h) => plain.At(factor * (Matrix<double>.Build.DenseIdentity(visits) + (h * bend)) * factor.Transpose()).Deviance;
        const double Step = 1e-4;
        Assert.InRange((At(Step) - At(-Step)) / (2 * Step), -1e-4, 1e-4);

        // At a covariance one per cent away it is not.
        Assert.True(Math.Abs(At(0.01 + Step) - At(0.01 - Step)) / (2 * Step) > 0.1);
    }

    private static RepeatedMeasuresData Simulate(int visits, SplitMix64 random)
    {
        var data = new RepeatedMeasuresData(new double[Patients * visits], visits, new int[Patients], new double[2 * Patients]);
        for (var i = 0; i < Patients; i++)
        {
            data.Group[i] = i % 2;
            data.Covariates[2 * i] = random.NextUniform();
            data.Covariates[(2 * i) + 1] = i % 3 == 0 ? 1 : 0;
            var level = 2 * random.NextUniform();
            for (var j = 0; j < visits; j++)
            {
                var value = level + data.Covariates[2 * i] + (0.3 * j * data.Group[i]) + random.NextUniform() + random.NextUniform();
                data.Responses[(i * visits) + j] = random.NextUniform() < 0.1 ? double.NaN : value;
            }
        }

        return data;
    }
}

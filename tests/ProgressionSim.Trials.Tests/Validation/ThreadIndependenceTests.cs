using System.Text.Json;
using System.Text.Json.Serialization;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Power;
using ProgressionSim.Trials.Tests.Patients;

namespace ProgressionSim.Trials.Tests.Validation;

/// <summary>The answer does not depend on the number of threads, to the last bit.</summary>
public sealed class ThreadIndependenceTests
{
    private static readonly JsonSerializerOptions AllDigits = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    [Theory]
    [InlineData(null)]
    [InlineData(2000)]
    public void Operating_characteristics_are_the_same_on_any_number_of_threads(int? bank)
    {
        AnalysisMethod[] methods = [AnalysisMethod.JointRank, AnalysisMethod.Mmrm, AnalysisMethod.RandomSlope, AnalysisMethod.Cox, AnalysisMethod.Fisher];
        var design = TestDesigns.Statistical(79_0001, 60, StatisticalPlans.Shared, 0.5, 0.6, [.. methods.Select(method => TestDesigns.Endpoint(method))]).WithLosses() with
        {
            Replicates = 203,
            PatientBank = bank,
            Interim = new InterimRule { Looks = [0.5, 1] },
        };
        SameOnAnyNumberOfThreads(threads => OperatingCharacteristicsRun.Run(design, threads) with { ElapsedSeconds = 0, Design = null! });
    }

    [Fact]
    public void Patients_of_the_disease_model_are_the_same_on_any_number_of_threads()
    {
        var design = TestDesigns.Mechanistic(79_0002, 40, 0.6, TestDesigns.Endpoint(AnalysisMethod.JointRank), TestDesigns.Endpoint(AnalysisMethod.RandomSlope)) with
        {
            Replicates = 50,
            PatientBank = 1000,
        };
        SameOnAnyNumberOfThreads(threads => SampleSizeSearch.Run(design, Settings, threads) with { ElapsedSeconds = 0, Design = null! });
    }

    [Theory]
    [InlineData(null)]
    [InlineData(3000)]
    public void Searches_take_the_same_path_on_any_number_of_threads(int? bank)
    {
        var design = TestDesigns.Statistical(79_0003, 40, TestDesigns.Declining, 0.5, 1, TestDesigns.Endpoint(AnalysisMethod.TTest)) with { PatientBank = bank };
        SameOnAnyNumberOfThreads(threads => SampleSizeSearch.Run(design, Settings, threads) with { ElapsedSeconds = 0, Design = null! });
    }

    private static SampleSizeSettings Settings => new() { Power = 0.8, RelativeHalfWidth = 0.15, CheckTrials = 100, MaximumTrials = 1500 };

    private static void SameOnAnyNumberOfThreads<T>(Func<int, T> run)
    {
        var one = JsonSerializer.Serialize(run(1), AllDigits);
        Assert.Equal(one, JsonSerializer.Serialize(run(2), AllDigits));
        Assert.Equal(one, JsonSerializer.Serialize(run(3), AllDigits));
        Assert.True(one.Length > 1000);
    }
}

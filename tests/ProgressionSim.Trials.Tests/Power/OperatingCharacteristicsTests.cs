using ProgressionSim.TestKit;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Trials.Tests.Power;

/// <summary>Operating characteristics against closed forms.</summary>
public sealed class OperatingCharacteristicsTests
{
    [Fact]
    public void Slope_trials_have_the_power_and_precision_of_the_formula()
    {
        var design = TestDesigns.Statistical(20261126, 100, TestDesigns.Declining, 0.4, 1, TestDesigns.Endpoint(AnalysisMethod.RandomSlope)) with { Replicates = 4000 };
        var found = OperatingCharacteristicsRun.Run(design, threads: 2);
        var endpoint = found.Alternative.Endpoints[0];
        StatAssert.Mean("mean slope difference", endpoint.Effect.Value, 0.4, endpoint.EffectSd / Math.Sqrt(4000));
        TestContext.Current.SendDiagnosticMessage($"{found}");
        Console.WriteLine($"{endpoint.Rejected} {found.Null.Endpoints[0].Rejected} {endpoint.EffectSd} {endpoint.ReportedStandardError} {endpoint.Coverage} {found.ElapsedSeconds}");
        Console.WriteLine($"{found.Alternative.Course}");
    }
}

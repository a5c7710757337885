using System.Diagnostics;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Inlining;

/// <summary>
/// Operators and methods of the lane types cost nothing only as long as the compiler puts them into their callers. Past its limit of variables in a method
/// it stops doing so without a word, and each operator becomes a call, some ten times slower.
/// </summary>
/// <remarks>
/// The compiler is asked: a process of its own, in which each method is compiled once and fully optimised (DOTNET_TieredCompilation=0), runs a small plan at
/// every width while it listens to the runtime's events. That process is this test program with <see cref="ReportVariable"/> set. With tiered compilation a
/// method may be judged once more with what was measured of it; that is not looked at here.
/// </remarks>
public sealed class InliningTests
{
    private const string ReportVariable = "PROGRESSIONSIM_INLINING_REPORT";

    // Bounds a hanging process, says nothing about speed.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    // Methods that are known to be too long, each with the reason why that is borne.
    private static readonly string[] Tolerated =
    [
    ];

    private static readonly Lazy<string[]> Report = new(RunInAProcess);

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Every_lane_method_is_put_into_its_caller()
    {
        if (Environment.GetEnvironmentVariable(ReportVariable) is { } path)
        {
            File.WriteAllLines(path, InliningProbe.Run());
            return;
        }

        var calls = Report.Value
            .Where(line => line.StartsWith("call ", StringComparison.Ordinal) && !line.Contains(InliningProbe.TooLong, StringComparison.Ordinal))
            .ToLookup(line => Tolerated.FirstOrDefault(method => line.StartsWith($"call {method}:", StringComparison.Ordinal), ""), StringComparer.Ordinal);
        Assert.True(!calls[""].Any(), "Lane methods left as calls:\n" + string.Join('\n', calls[""]));
        Assert.All(Tolerated, method => Assert.True(calls[method].Any(), $"{method} has no calls any more: take it off the list."));
    }

    /// <summary>Keeps the test above from passing because nothing was heard.</summary>
    [Fact]
    [Trait("Evidence", "Exact")]
    public void Every_kernel_is_heard_of_at_every_width()
    {
        string[] kernels =
        [
            "Transitions.StressHazards`1[{0}].Compute", "Transitions.LeavingStressHazards`1[{0}].Compute",
            "Treatments.ToxicProtein`1[{0}].Advance", "Treatments.AntisenseDrug`1[{0}].Advance", "Treatments.AntisenseDrug`1[{0}].Knockdown",
            "Measures.MotorFunction`1[{0}].Advance", "Measures.Neurofilament`1[{0}].Advance", "Measures.NeurofilamentScreening`1[{0}].Read",
            "Measures.Survival`1[{0}].WriteHazard", "Measures.MilestoneCrossings`1[{0}].Look", "Measures.ClinicalVisit`1[{0}].Alsfrs",
            "Measures.ClinicalVisit`1[{0}].Stages", "Measures.ClinicalVisit`1[{0}].VitalCapacity", "Measures.ClinicalVisit`1[{0}].MotorUnitNumbers",
            "Measures.ClinicalVisit`1[{0}].NeurofilamentAssay", "Measures.VisitNoise`1[{0}].ToNormals", "Measures.VisitNoise`1[{0}].ToOdds", "Pools.BiologicalOnset`1[{0}].Write",
        ];
        string[] expected =
        [
            .. from lanes in (int[])[1, 8, 16]
               where Records.Supports(lanes)
               from kernel in kernels
               select "compiled ProgressionSim.Model." + kernel.Replace("{0}", $"ProgressionSim.Model.Lanes.Lane{lanes}", StringComparison.Ordinal),
        ];
        var missing = expected.Except(Report.Value, StringComparer.Ordinal).ToArray();
        Assert.True(missing.Length == 0, $"{string.Join('\n', missing)}\nare not among\n{string.Join('\n', Report.Value)}");
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_method_that_is_too_long_is_rejected() =>
        Assert.Contains(Report.Value, line => line.StartsWith("call ", StringComparison.Ordinal) && line.Contains(InliningProbe.TooLong, StringComparison.Ordinal));

    private static string[] RunInAProcess()
    {
        var report = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "ProgressionSim.Engine.Tests.dll"));
            start.ArgumentList.Add("--filter-method");
            start.ArgumentList.Add($"{typeof(InliningTests).FullName}.{nameof(Every_lane_method_is_put_into_its_caller)}");
            start.Environment[ReportVariable] = report;
            start.Environment["DOTNET_TieredCompilation"] = "0";
            using var process = Process.Start(start)!;
            var (said, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                Assert.Fail($"The process did not end within {Patience}.");
            }

            Assert.True(process.ExitCode == 0, $"The process failed:\n{said.GetAwaiter().GetResult()}\n{errors.GetAwaiter().GetResult()}");
            return File.ReadAllLines(report);
        }
        finally
        {
            File.Delete(report);
        }
    }
}

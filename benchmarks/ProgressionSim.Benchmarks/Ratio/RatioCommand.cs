using ProgressionSim.Benchmarks.Timing;
using ProgressionSim.Benchmarks.Workloads;
using ProgressionSim.Engine.Running;

namespace ProgressionSim.Benchmarks.Ratio;

/// <summary>Compares the program with plain C++ in under a minute: microseconds of user processor time per patient, on one thread.</summary>
internal static class RatioCommand
{
    private const int Rounds = 5;

    public static void Run()
    {
        Machine.Print($"widths of {string.Join(", ", Width.Supported.Select(width => width.Lanes))} lanes");
        using var programs = new PlainPrograms("w1", "w2");
        Console.Out.WriteLine(programs.WhyNot is { } why ? $"Plain C++ is left out: {why}." : $"Plain C++ by {programs.Version}, -O3 -march=native.");
        Console.Out.WriteLine();
        PrintRatios(programs);
        ThreadScaling.Print();
        Allocations.Print();
    }

    private static void PrintRatios(PlainPrograms programs)
    {
        var (first, second) = (ShippedPlans.Load(Workload.W1), ShippedPlans.Load(Workload.W2));
        var (firstPaths, secondPaths) = (Paths(first), Paths(second));
        using var library = new LibraryLoop();
        var fewer = ShippedPlans.RecordingTenMeasures(second);
        Family[] families =
        [
            new("W1", "w1", programs, [.. Timed(firstPaths), WholeRun("whole run", first), new("MathNet's binomial in C#", 1, count => library.Simulate(0, count))]),
            new("W2", "w2", programs, [.. Timed(secondPaths), WholeRun("whole run", second), WholeRun("whole run, 10 measures", fewer)]),
        ];
        var table = new TextTable("Workload", "us/patient (range)", "patients/s", "times plain C++ (range)");
        foreach (var family in families)
        {
            family.WarmUp();
        }

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var family in families)
            {
                family.MeasureRound();
            }
        }

        foreach (var family in families)
        {
            family.AddRows(table);
        }

        table.Print();
        Console.Out.WriteLine(families[0].Agreement((IPathMeans)firstPaths[^1].Run));
        Console.Out.WriteLine(families[1].Agreement((IPathMeans)secondPaths[^1].Run));
        Console.Out.WriteLine();
        foreach (var (_, run) in firstPaths.Concat(secondPaths))
        {
            run.Dispose();
        }
    }

    private static (Width Width, IPatientRun Run)[] Paths(RunPlan plan) => [.. Width.Supported.Select(width => (width, width.Paths(plan)))];

    private static IEnumerable<TimedWorkload> Timed(IEnumerable<(Width Width, IPatientRun Run)> paths) => paths.Select(path =>
    {
        long next = 0;
        return new TimedWorkload($"paths, {path.Width.Name}", path.Width.Lanes, count =>
        {
            path.Run.Simulate(next, count);
            next = (next + count) % 1_000_000_000;
        });
    });

    private static TimedWorkload WholeRun(string name, RunPlan plan) =>
        new(name, Simulation.ChunkPatients, count => Simulation.Run(plan with { Patients = count }, threads: 1));
}

using System.Globalization;
using ProgressionSim.Benchmarks.Timing;
using ProgressionSim.Benchmarks.Workloads;

namespace ProgressionSim.Benchmarks.Ratio;

/// <summary>Workloads that are compared with one plain program.</summary>
/// <param name="name">Name of the disease they all compute.</param>
/// <param name="program">Name of the plain program.</param>
/// <param name="programs">The plain programs.</param>
/// <param name="workloads">The workloads.</param>
internal sealed class Family(string name, string program, PlainPrograms programs, IReadOnlyList<TimedWorkload> workloads)
{
    private readonly Sample plain = new();
    private PlainResult? last;

    /// <summary>Warms up every workload.</summary>
    public void WarmUp()
    {
        foreach (var workload in workloads)
        {
            workload.WarmUp();
        }
    }

    /// <summary>Measures every workload once, each between two runs of the plain program, so that a machine that slows down slows both.</summary>
    public void MeasureRound()
    {
        var before = RunPlain();
        foreach (var workload in workloads)
        {
            var microseconds = workload.Measure();
            var after = RunPlain();
            if (before is not null && after is not null)
            {
                workload.Ratios.Add((before.MicrosecondsPerPatient + after.MicrosecondsPerPatient) / 2 / microseconds);
            }

            before = after;
        }
    }

    /// <summary>Adds a row for the plain program and one for each workload.</summary>
    public void AddRows(TextTable table)
    {
        if (programs.WhyNot is { } why)
        {
            table.Add($"{name} plain C++", $"skipped: {why}", "-", "-");
        }
        else
        {
            table.Add($"{name} plain C++", plain.Text("0.0"), PerSecond(plain), "1");
        }

        foreach (var workload in workloads)
        {
            table.Add($"{name} {workload.Name}", workload.Microseconds.Text("0.0"), PerSecond(workload.Microseconds), workload.Ratios.Text("0.00"));
        }
    }

    /// <summary>Says what both programs computed, so that a speed is not bought with another disease.</summary>
    public string Agreement(IPathMeans ours) => last is null
        ? string.Create(CultureInfo.InvariantCulture, $"{name}: {ours.StressedPerRegion:0.0} stressed and {ours.LostPerRegion:0.0} lost neurons a region at the end.")
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {ours.StressedPerRegion:0.0} stressed and {ours.LostPerRegion:0.0} lost neurons a region at the end; plain C++ {last.StressedPerRegion:0.0} and {last.LostPerRegion:0.0}.");

    private static string PerSecond(Sample microseconds) => (1e6 / microseconds.Median).ToString("N0", CultureInfo.InvariantCulture);

    private PlainResult? RunPlain()
    {
        if (programs.WhyNot is not null)
        {
            return null;
        }

        last = programs.Run(program);
        plain.Add(last.MicrosecondsPerPatient);
        return last;
    }
}

using System.Globalization;
using ProgressionSim.Benchmarks.Timing;
using ProgressionSim.Benchmarks.Workloads;
using ProgressionSim.Engine.Running;

namespace ProgressionSim.Benchmarks.Ratio;

/// <summary>How much faster the main job gets with a second thread, in time on the clock.</summary>
internal static class ThreadScaling
{
    private const int Rounds = 3;
    private const double LongEnoughSeconds = 0.6;

    public static void Print()
    {
        var plan = ShippedPlans.Load(Workload.EarlyVsLate) with { Patients = 4 * Simulation.ChunkPatients };
        for (var seconds = 0.0; seconds < LongEnoughSeconds;)
        {
            seconds = Simulation.Run(plan, threads: 1).ElapsedSeconds;
            plan = plan with { Patients = 2 * plan.Patients };
        }

        int[] threads = Environment.ProcessorCount > 1 ? [1, 2] : [1];
        var speeds = threads.Select(_ => new Sample()).ToArray();
        var times = threads.Select(_ => new Sample()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < threads.Length; i++)
            {
                var before = Environment.CpuUsage.UserTime;
                speeds[i].Add(plan.Patients / Simulation.Run(plan, threads[i]).ElapsedSeconds);
                times[i].Add((Environment.CpuUsage.UserTime - before).TotalMicroseconds / plan.Patients);
            }
        }

        var table = new TextTable("early-vs-late.json, whole run", "patients/s (range)", "us of processor/patient (range)", "times one thread");
        for (var i = 0; i < threads.Length; i++)
        {
            var scaling = (speeds[i].Median / speeds[0].Median).ToString("0.00", CultureInfo.InvariantCulture);
            table.Add(threads[i] == 1 ? "1 thread" : $"{threads[i]} threads", speeds[i].Text("N0"), times[i].Text("0"), scaling);
        }

        table.Print();
    }
}

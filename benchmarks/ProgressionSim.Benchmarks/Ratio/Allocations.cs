using System.Globalization;
using ProgressionSim.Benchmarks.Timing;
using ProgressionSim.Benchmarks.Workloads;

namespace ProgressionSim.Benchmarks.Ratio;

/// <summary>Managed memory a simulating thread asks for per patient once it is warm; nothing, if the garbage collector is to stay asleep.</summary>
internal static class Allocations
{
    private const int Patients = 256;

    public static void Print()
    {
        var widest = Width.Supported[^1];
        var table = new TextTable($"After warm-up, {widest.Name}", "bytes allocated/patient");
        foreach (var workload in Enum.GetValues<Workload>())
        {
            var plan = ShippedPlans.Load(workload);
            table.Add($"{workload}, paths", BytesPerPatient(widest.Paths(plan)));
            table.Add($"{workload}, recorded", BytesPerPatient(widest.Recorded(plan)));
        }

        table.Print();
    }

    private static string BytesPerPatient(IPatientRun run)
    {
        using (run)
        {
            run.Simulate(0, Patients);
            var before = GC.GetAllocatedBytesForCurrentThread();
            run.Simulate(Patients, Patients);
            return ((GC.GetAllocatedBytesForCurrentThread() - before) / (double)Patients).ToString("0.##", CultureInfo.InvariantCulture);
        }
    }
}

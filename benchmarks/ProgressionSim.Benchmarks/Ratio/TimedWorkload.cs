using System.Diagnostics;

namespace ProgressionSim.Benchmarks.Ratio;

/// <summary>A workload with the processor time it took per patient, and how many times that goes into plain C++ in the same round.</summary>
/// <param name="name">What the table calls it.</param>
/// <param name="patientsAtLeast">Smallest number of patients that makes sense, such as a block.</param>
/// <param name="simulate">Simulates a number of patients.</param>
internal sealed class TimedWorkload(string name, int patientsAtLeast, Action<int> simulate)
{
    // Long enough that methods have been compiled with all optimisations and memory has been touched.
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(0.5);

    private static readonly TimeSpan ShortestMeasurement = TimeSpan.FromSeconds(0.1);

    private int patients = patientsAtLeast;

    public string Name => name;

    /// <summary>Gets the microseconds of user processor time per patient, by round.</summary>
    public Sample Microseconds { get; } = new();

    /// <summary>Gets plain C++'s time over this one's, by round.</summary>
    public Sample Ratios { get; } = new();

    /// <summary>Runs until everything is compiled, and finds how many patients make a measurement.</summary>
    public void WarmUp()
    {
        var watch = Stopwatch.StartNew();
        TimeSpan took;
        do
        {
            var before = watch.Elapsed;
            simulate(patients);
            took = watch.Elapsed - before;
            patients = took < ShortestMeasurement ? patients * 2 : patients;
        }
        while (took < ShortestMeasurement || watch.Elapsed < WarmUpTime);
    }

    /// <summary>Measures once.</summary>
    /// <returns>Microseconds per patient.</returns>
    public double Measure()
    {
        var before = Environment.CpuUsage.UserTime;
        simulate(patients);
        var microseconds = (Environment.CpuUsage.UserTime - before).TotalMicroseconds / patients;
        Microseconds.Add(microseconds);
        return microseconds;
    }
}

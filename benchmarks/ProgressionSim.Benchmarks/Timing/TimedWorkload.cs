using System.Diagnostics;

namespace ProgressionSim.Benchmarks.Timing;

/// <summary>Work that can be repeated, with the processor time that it took a piece (a patient, an analysis).</summary>
/// <param name="name">What the table calls it.</param>
/// <param name="atLeast">Smallest number of pieces that makes sense, such as a block of patients.</param>
/// <param name="work">Does a number of pieces.</param>
internal sealed class TimedWorkload(string name, int atLeast, Action<int> work)
{
    // Long enough that methods have been compiled with all optimisations and memory has been touched.
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(0.5);

    private static readonly TimeSpan ShortestMeasurement = TimeSpan.FromSeconds(0.1);

    private int pieces = atLeast;

    public string Name => name;

    /// <summary>Gets the microseconds of user processor time a piece, by round.</summary>
    public Sample Microseconds { get; } = new();

    /// <summary>Gets plain C++'s time over this one's, by round; empty where there is none to compare with.</summary>
    public Sample Ratios { get; } = new();

    /// <summary>Runs until everything is compiled, and finds how many pieces make a measurement.</summary>
    public void WarmUp()
    {
        var watch = Stopwatch.StartNew();
        TimeSpan took;
        do
        {
            var before = watch.Elapsed;
            work(pieces);
            took = watch.Elapsed - before;
            pieces = took < ShortestMeasurement ? pieces * 2 : pieces;
        }
        while (took < ShortestMeasurement || watch.Elapsed < WarmUpTime);
    }

    /// <summary>Measures once.</summary>
    /// <returns>Microseconds a piece.</returns>
    public double Measure()
    {
        var before = Environment.CpuUsage.UserTime;
        work(pieces);
        var microseconds = (Environment.CpuUsage.UserTime - before).TotalMicroseconds / pieces;
        Microseconds.Add(microseconds);
        return microseconds;
    }
}

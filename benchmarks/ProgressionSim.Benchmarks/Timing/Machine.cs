using BenchmarkDotNet.Environments;

namespace ProgressionSim.Benchmarks.Timing;

/// <summary>Says on what machine the numbers were measured.</summary>
internal static class Machine
{
    /// <summary>Prints processor, runtime and date.</summary>
    /// <param name="more">What else belongs into the last line.</param>
    public static void Print(string more)
    {
        foreach (var line in HostEnvironmentInfo.GetCurrent().ToFormattedString())
        {
            Console.Out.WriteLine(line);
        }

        Console.Out.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {more}, {TimeProvider.System.GetLocalNow():yyyy-MM-dd}");
    }
}

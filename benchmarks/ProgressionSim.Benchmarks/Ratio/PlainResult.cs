using System.Globalization;

namespace ProgressionSim.Benchmarks.Ratio;

/// <summary>What a plain program prints.</summary>
/// <param name="MicrosecondsPerPatient">Median processor time.</param>
/// <param name="StressedPerRegion">Mean count of stressed neurons in a region at the end.</param>
/// <param name="LostPerRegion">The same of lost neurons.</param>
internal sealed record PlainResult(double MicrosecondsPerPatient, double StressedPerRegion, double LostPerRegion)
{
    /// <summary>Reads the line of <c>name=value</c> pairs.</summary>
    public static PlainResult Parse(string line)
    {
        var values = line.Trim().Split(' ').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        double Number(string name) => double.Parse(values[name], CultureInfo.InvariantCulture);
        return new PlainResult(Number("microsecondsPerPatient"), Number("stressedPerRegion"), Number("lostPerRegion"));
    }
}

using System.Globalization;

namespace ProgressionSim.Benchmarks.Timing;

/// <summary>Repeated measurements of one number.</summary>
internal sealed class Sample
{
    private readonly List<double> values = [];

    public bool IsEmpty => values.Count == 0;

    public double Median
    {
        get
        {
            var sorted = values.Order().ToList();
            return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
        }
    }

    public void Add(double value) => values.Add(value);

    /// <summary>Median, with the smallest and the largest.</summary>
    /// <param name="format">Format of the three.</param>
    public string Text(string format) => IsEmpty
        ? "-"
        : string.Create(CultureInfo.InvariantCulture, $"{Number(Median, format)} ({Number(values.Min(), format)} to {Number(values.Max(), format)})");

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}

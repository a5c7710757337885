using System.Globalization;

namespace ProgressionSim.Reporting.Plots;

/// <summary>Chooses the labelled ticks of an axis.</summary>
internal static class AxisTicks
{
    private const double Tolerance = 1e-9;
    private const int MostTicks = 60;

    /// <summary>Ticks within the ends of the axis, rising.</summary>
    /// <param name="scale">The axis.</param>
    /// <param name="wanted">About how many labels have room; at least 2.</param>
    public static IReadOnlyList<AxisTick> For(AxisScale scale, int wanted)
    {
        var axis = scale.Axis;
        if (axis.Categories.Count > 0)
        {
            return [.. axis.Categories.Select((name, i) => new AxisTick(scale.Scaled(i + 1), name)).Where(tick => scale.Holds(tick.Position))];
        }

        return axis.Logarithmic ? Logarithmic(scale, wanted) : Linear(scale, axis.TickInterval, wanted);
    }

    private static List<AxisTick> Linear(AxisScale scale, double? asked, int wanted)
    {
        var range = scale.High - scale.Low;
        var interval = asked is > 0 && range / asked.Value <= MostTicks ? asked.Value : NiceInterval(range / wanted);
        var decimals = Decimals(interval);
        var first = Math.Ceiling((scale.Low / interval) - Tolerance);
        var last = Math.Floor((scale.High / interval) + Tolerance);
        var ticks = new List<AxisTick>();
        for (var k = first; k <= last; k++)
        {
            ticks.Add(new AxisTick(k * interval, Label(k * interval, decimals)));
        }

        return ticks;
    }

    private static List<AxisTick> Logarithmic(AxisScale scale, int wanted)
    {
        var firstDecade = (int)Math.Floor(scale.Low);
        var lastDecade = (int)Math.Ceiling(scale.High);
        List<AxisTick> ticks = [];
        foreach (var digits in new int[][] { [1], [1, 3], [1, 2, 5] })
        {
            ticks = [];
            for (var decade = firstDecade; decade <= lastDecade; decade++)
            {
                foreach (var digit in digits)
                {
                    var value = digit * Math.Pow(10, decade);
                    var place = Math.Log10(value);
                    if (place >= scale.Low - Tolerance && place <= scale.High + Tolerance)
                    {
                        ticks.Add(new AxisTick(place, Label(value, Math.Max(0, -decade))));
                    }
                }
            }

            if (ticks.Count >= Math.Min(4, wanted))
            {
                return ticks;
            }
        }

        return ticks.Count >= 2 ? ticks : WithinADecade(scale, wanted);
    }

    private static List<AxisTick> WithinADecade(AxisScale scale, int wanted)
    {
        var (low, high) = (Math.Pow(10, scale.Low), Math.Pow(10, scale.High));
        var interval = NiceInterval((high - low) / wanted);
        var decimals = Decimals(interval);
        var ticks = new List<AxisTick>();
        for (var k = Math.Ceiling((low / interval) - Tolerance); k <= Math.Floor((high / interval) + Tolerance); k++)
        {
            ticks.Add(new AxisTick(Math.Log10(k * interval), Label(k * interval, decimals)));
        }

        return ticks;
    }

    /// <summary>The smallest of 1, 2 or 5 times a power of ten that is not below the given distance.</summary>
    private static double NiceInterval(double atLeast)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(atLeast)));
        var share = atLeast / power;
        return (share <= 1 + Tolerance ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10) * power;
    }

    private static int Decimals(double interval)
    {
        for (var decimals = 0; decimals < 8; decimals++)
        {
            var shifted = interval * Math.Pow(10, decimals);
            if (Math.Abs(shifted - Math.Round(shifted)) < 1e-6 * shifted)
            {
                return decimals;
            }
        }

        return 8;
    }

    /// <summary>A number with a true minus.</summary>
    public static string Label(double value, int decimals)
    {
        var text = Math.Abs(value).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return value < 0 && text.AsSpan().ContainsAnyInRange('1', '9') ? "\u2212" + text : text;
    }
}

using ProgressionSim.Summaries.PlotData;
using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>From values to colours of one heat map.</summary>
internal sealed class HeatMapScale
{
    private readonly double largest;

    private HeatMapScale(HeatMapLayer layer, double low, double high)
    {
        Axis = new AxisScale(new Axis(layer.Label, Math.Min(low, high), high));
        IsDiverging = low < 0 && high > 0;
        largest = Math.Max(-low, high);
        Decimals = layer.Decimals ?? ChosenDecimals(Math.Max(Math.Abs(low), Math.Abs(high)));
    }

    /// <summary>The colour bar's axis.</summary>
    public AxisScale Axis { get; }

    /// <summary>True for values of both signs.</summary>
    public bool IsDiverging { get; }

    /// <summary>Decimals of numbers in cells.</summary>
    public int Decimals { get; }

    /// <summary>The scale of a layer; null when it has no value.</summary>
    public static HeatMapScale? Of(HeatMapLayer layer)
    {
        var values = layer.Values.SelectMany(row => row).Where(double.IsFinite).ToArray();
        return values.Length == 0 ? null : new HeatMapScale(layer, layer.ColorLow ?? values.Min(), layer.ColorHigh ?? values.Max());
    }

    /// <summary>Colour of a value.</summary>
    public SKColor Color(double value) =>
        SKColor.Parse(IsDiverging ? HeatMapTheme.Diverging(value / largest) : HeatMapTheme.Sequential(Axis.Share(value)));

    /// <summary>Black or white, whichever is the more legible on a ground.</summary>
    public static SKColor TextOn(SKColor ground) => (0.299 * ground.Red) + (0.587 * ground.Green) + (0.114 * ground.Blue) > 140 ? Pens.Ink : SKColors.White;

    /// <summary>Three digits of the largest value.</summary>
    private static int ChosenDecimals(double largest) => largest > 0 ? Math.Clamp(2 - (int)Math.Floor(Math.Log10(largest)), 0, 4) : 0;
}

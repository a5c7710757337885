using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>Size in logical pixels, weight and colour of text.</summary>
internal readonly record struct TextStyle(float Size, SKColor Color, bool Bold = false)
{
    /// <summary>Distance between baselines.</summary>
    public float LineHeight => MathF.Round(Size * 1.3f);
}

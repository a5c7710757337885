using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Reporting.Plots;

/// <summary>Turns values of an axis into the linear units that are drawn: log10 on a logarithmic axis, unchanged otherwise.</summary>
internal sealed class AxisScale
{
    /// <summary>Checks the ends; equal ends are moved apart, so that a constant can be drawn.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="downwards">True for a vertical axis that runs from the top down.</param>
    /// <exception cref="ArgumentException">The ends are not finite, fall, or are not above 0 on a logarithmic axis.</exception>
    public AxisScale(Axis axis, bool downwards = false)
    {
        if (!double.IsFinite(axis.Low) || !double.IsFinite(axis.High) || axis.Low > axis.High || (axis.Logarithmic && axis.Low <= 0))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The axis \"{axis.Label}\" cannot run from {axis.Low} to {axis.High}."), nameof(axis));
        }

        Axis = axis;
        IsDownwards = downwards;
        Low = Scaled(axis.Low);
        High = Scaled(axis.High);
        if (Low == High)
        {
            (Low, High) = (Low - 0.5, High + 0.5);
        }
    }

    /// <summary>The axis as asked for.</summary>
    public Axis Axis { get; }

    /// <summary>True when the lower end is drawn on top.</summary>
    public bool IsDownwards { get; }

    /// <summary>Lower end, scaled.</summary>
    public double Low { get; }

    /// <summary>Upper end, scaled.</summary>
    public double High { get; }

    /// <summary>Scaled value; NaN where the axis has no place for it.</summary>
    public double Scaled(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.NaN;
        }

        return !Axis.Logarithmic ? value : value > 0 ? Math.Log10(value) : double.NaN;
    }

    /// <summary>Scaled edge of a band or interval: at or below 0 on a logarithmic axis it lies below the lower end instead of leaving a gap.</summary>
    public double ScaledEdge(double value) => Axis.Logarithmic && value <= 0 ? Low - 1 : Scaled(value);

    /// <summary>Share of the axis to the left of or below a scaled value: 0 at the lower end and 1 at the upper, unless it runs downwards.</summary>
    public double Share(double scaled) => IsDownwards ? (High - scaled) / (High - Low) : (scaled - Low) / (High - Low);

    /// <summary>True when a scaled value lies on the axis.</summary>
    public bool Holds(double scaled) => scaled >= Low && scaled <= High;
}

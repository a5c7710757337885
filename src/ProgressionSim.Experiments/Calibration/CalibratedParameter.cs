using ProgressionSim.Engine.Sampling;

namespace ProgressionSim.Experiments.Calibration;

/// <summary>A setting of everyone that is fitted, with what is believed about it beforehand.</summary>
/// <remarks>
/// On its scale - the logarithm, or the value itself - the belief is normal, cut off at the limits. The search works in z: how many standard deviations of the belief a
/// value lies from its centre.
/// </remarks>
public sealed record CalibratedParameter
{
    /// <summary>Path of the setting.</summary>
    public required string Path { get; init; }

    /// <summary>True when the belief is log-normal, false when it is normal.</summary>
    public required bool IsLogarithmic { get; init; }

    /// <summary>Centre of the belief, in the setting's unit: median of a log-normal, mean of a normal one; the search starts there.</summary>
    public required double Center { get; init; }

    /// <summary>Its standard deviation on the scale; more than 0.</summary>
    public required double Sd { get; init; }

    /// <summary>Least value; null for none.</summary>
    public double? Minimum { get; init; }

    /// <summary>Largest value; null for none.</summary>
    public double? Maximum { get; init; }

    /// <summary>The value at z, within the limits.</summary>
    /// <param name="z">Standard deviations from the centre.</param>
    public double ValueAt(double z)
    {
        var value = IsLogarithmic ? Center * PortableMath.Exp(Sd * z) : Center + (Sd * z);
        return Math.Clamp(value, Minimum ?? double.NegativeInfinity, Maximum ?? double.PositiveInfinity);
    }

    /// <summary>The z of a value.</summary>
    /// <param name="value">A value; more than 0 on the logarithmic scale.</param>
    public double ZOf(double value) => IsLogarithmic ? PortableMath.Log(value / Center) / Sd : (value - Center) / Sd;

    /// <summary>The z within the limits that is nearest to a z.</summary>
    /// <param name="z">Standard deviations from the centre.</param>
    public double NearestWithin(double z)
    {
        // A logarithm has no number for a limit of 0 or less, which no value reaches.
        var low = Minimum is { } minimum && (!IsLogarithmic || minimum > 0) ? ZOf(minimum) : double.NegativeInfinity;
        return Math.Clamp(z, low, Maximum is { } maximum ? ZOf(maximum) : double.PositiveInfinity);
    }
}

namespace ProgressionSim.Experiments.Sensitivity;

/// <summary>What one parameter alone does to an output.</summary>
/// <param name="Parameter">Number of the parameter, from 0.</param>
/// <param name="AtLow">Output with the parameter at its low quantile and all others at their medians.</param>
/// <param name="AtMedian">Output with all parameters at their medians.</param>
/// <param name="AtHigh">Output with the parameter at its high quantile.</param>
public readonly record struct TornadoBar(int Parameter, double AtLow, double AtMedian, double AtHigh)
{
    /// <summary>Range of the three outputs, at least 0: a parameter whose both ends lie on the same side of the median still shows.</summary>
    public double Width => Math.Max(AtMedian, Math.Max(AtLow, AtHigh)) - Math.Min(AtMedian, Math.Min(AtLow, AtHigh));
}

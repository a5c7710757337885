namespace ProgressionSim.Reporting.Plots;

/// <summary>A labelled place on an axis, in scaled units (log10 of the value on a logarithmic axis).</summary>
internal readonly record struct AxisTick(double Position, string Label);

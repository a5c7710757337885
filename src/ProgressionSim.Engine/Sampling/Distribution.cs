namespace ProgressionSim.Engine.Sampling;

/// <summary>Placeholder until the distributions land.</summary>
public abstract record Distribution;

namespace ProgressionSim.Summaries.PlotData;

/// <summary>One pair of axes.</summary>
public sealed record Panel
{
    /// <summary>Heading of the panel; empty when the figure has one panel.</summary>
    public string Heading { get; init; } = "";

    /// <summary>Horizontal axis.</summary>
    public required Axis Horizontal { get; init; }

    /// <summary>Vertical axis.</summary>
    public required Axis Vertical { get; init; }

    /// <summary>Layers, drawn in order.</summary>
    public required IReadOnlyList<Layer> Layers { get; init; }

    /// <summary>Numbers at risk below the axis; null for none.</summary>
    public AtRiskTable? AtRisk { get; init; }
}

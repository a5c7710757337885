namespace ProgressionSim.Summaries.PlotData;

/// <summary>A figure as data: what a picture shows, readable by tests and by other tools.</summary>
public sealed record Figure
{
    /// <summary>File name without extension, lower-case with hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>The finding of this run, in a sentence.</summary>
    public required string Title { get; init; }

    /// <summary>What is drawn: measures, bands, who is counted. Plain text, one or two sentences.</summary>
    public required string Caption { get; init; }

    /// <summary>The figure in words for those who cannot see it.</summary>
    public required string AlternativeText { get; init; }

    /// <summary>Panels in reading order.</summary>
    public required IReadOnlyList<Panel> Panels { get; init; }

    /// <summary>Panels in a row; at least 1.</summary>
    public int Columns { get; init; } = 1;
}

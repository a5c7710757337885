using ProgressionSim.Model.Parameters;
using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Summaries.Answers;

/// <summary>Everything a report page shows, in order; the page adds only layout.</summary>
public sealed record ReportContent
{
    /// <summary>Title of the scenario.</summary>
    public required string Title { get; init; }

    /// <summary>The question, from the scenario's description.</summary>
    public required string Question { get; init; }

    /// <summary>The answer in a sentence or two with its interval.</summary>
    public required string Answer { get; init; }

    /// <summary>What supports the answer, one sentence or two each.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>What the reader must know before using the answer, one paragraph each: who is counted, clamped starts, what it is not.</summary>
    public required IReadOnlyList<string> Cautions { get; init; }

    /// <summary>Figures in reading order, the overview first.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }

    /// <summary>Small tables in reading order (arms, contrasts at key months, milestones).</summary>
    public required IReadOnlyList<ReportTable> Tables { get; init; }

    /// <summary>Settings with sources.</summary>
    public required IReadOnlyList<Assumption> Assumptions { get; init; }

    /// <summary>The run manifest: label and value, the same on every machine.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Manifest { get; init; }
}

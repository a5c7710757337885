namespace ProgressionSim.Summaries.Answers;

/// <summary>A small table of text.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Columns">Column headings with units.</param>
/// <param name="Rows">Rows of as many cells.</param>
/// <param name="Note">Text below; empty for none.</param>
public sealed record ReportTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, string Note);

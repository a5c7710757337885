namespace ProgressionSim.Summaries.Tables;

/// <summary>A table as a text file.</summary>
/// <param name="FileName">File name, such as <c>series.csv</c>.</param>
/// <param name="Text">Its whole content, RFC 4180: CRLF line ends, a header, an empty cell where there is no value.</param>
public sealed record TableFile(string FileName, string Text);

namespace ProgressionSim.Cli.Results;

/// <summary>A file of the results that has yet to be made.</summary>
/// <param name="Path">Path below the result folder, with forward slashes.</param>
/// <param name="Make">Makes its content.</param>
internal sealed record ResultFile(string Path, Func<byte[]> Make);

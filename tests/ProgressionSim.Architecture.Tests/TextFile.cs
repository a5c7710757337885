namespace ProgressionSim.Architecture.Tests;

/// <summary>A text file of the repository, or a made-up one.</summary>
/// <param name="Path">Path from the repository root, with forward slashes.</param>
/// <param name="Text">Its whole text.</param>
internal sealed record TextFile(string Path, string Text)
{
    public IReadOnlyList<string> Lines { get; } = Text.TrimEnd('\n').Split('\n');
}

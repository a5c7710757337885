namespace ProgressionSim.Architecture.Tests.Folders;

/// <summary>One folder using another.</summary>
/// <param name="From">Folder that uses.</param>
/// <param name="To">Folder used.</param>
/// <param name="Seen">Where that is seen.</param>
internal sealed record Dependency(string From, string To, string Seen);

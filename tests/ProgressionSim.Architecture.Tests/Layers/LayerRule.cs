namespace ProgressionSim.Architecture.Tests.Layers;

/// <summary>What a project may lean on.</summary>
/// <param name="Layer">Layer; references point to lower numbers only.</param>
/// <param name="Projects">Projects it may reference.</param>
/// <param name="Packages">Packages its project file may name.</param>
/// <param name="Assemblies">Assemblies from packages its code may use.</param>
internal sealed record LayerRule(int Layer, string[] Projects, string[] Packages, string[] Assemblies)
{
    /// <summary>Gets the frameworks besides .NET itself that its project file may name and its code may use.</summary>
    public string[] Frameworks { get; init; } = [];
}

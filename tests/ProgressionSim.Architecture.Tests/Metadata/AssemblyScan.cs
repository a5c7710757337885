using System.Collections.Concurrent;
using ProgressionSim.Architecture.Tests.Layers;

namespace ProgressionSim.Architecture.Tests.Metadata;

/// <summary>What a built assembly uses, read from its metadata and instructions.</summary>
/// <param name="References">Assemblies referenced; the compiler leaves out those no code uses.</param>
/// <param name="Types">Types of the assembly and what they use of it; nested types count as part of their outermost type.</param>
/// <param name="Members">Members of other assemblies that method bodies name.</param>
internal sealed record AssemblyScan(IReadOnlyList<string> References, IReadOnlyList<TypeUse> Types, IReadOnlyList<MemberUse> Members)
{
    private static readonly ConcurrentDictionary<string, AssemblyScan> Scans = new(StringComparer.Ordinal);

    public static AssemblyScan Of(ProjectFile project) => Of(project.AssemblyPath);

    public static AssemblyScan Of(string path) => Scans.GetOrAdd(path, static found =>
    {
        using var reader = new AssemblyReader(found);
        return reader.Read();
    });
}

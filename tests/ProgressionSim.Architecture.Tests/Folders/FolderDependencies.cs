using System.Text.RegularExpressions;
using ProgressionSim.Architecture.Tests.Metadata;
using ProgressionSim.Architecture.Tests.Naming;

namespace ProgressionSim.Architecture.Tests.Folders;

/// <summary>Which folders of a project use which: a folder is a namespace.</summary>
/// <remarks>
/// Instructions show what is called; the text adds what leaves no trace there: constants, names in nameof and in doc comments,
/// all of which need a using directive or a qualified name.
/// </remarks>
internal static class FolderDependencies
{
    /// <summary>Dependencies seen in types, signatures and instructions.</summary>
    /// <param name="root">The namespace above all folders.</param>
    /// <param name="types">Types of the project.</param>
    public static IEnumerable<Dependency> InMetadata(string root, IEnumerable<TypeUse> types) =>
        from type in types
        where IsBelow(root, type.Namespace)
        from used in type.OwnTypes
        where IsBelow(root, used.Namespace)
        select new Dependency(Folder(root, type.Namespace), Folder(root, used.Namespace), $"{type.Name} uses {used.Name}");

    /// <summary>Dependencies seen as using directives and qualified names.</summary>
    /// <param name="root">The namespace above all folders.</param>
    /// <param name="sources">Source files of the project.</param>
    public static IEnumerable<Dependency> InText(string root, IReadOnlyCollection<TextFile> sources)
    {
        var parsed = sources.Select(CSharpFile.Parse).ToArray();
        var folders = parsed.Select(file => file.Namespace ?? root).Where(name => IsBelow(root, name)).Distinct(StringComparer.Ordinal).ToArray();
        var name = new Regex(@"(?<!namespace\s+|[\w.])" + Regex.Escape(root) + @"(?:\.\w+)*", RegexOptions.None, TimeSpan.FromSeconds(5));
        return from file in parsed
               from Match match in name.Matches(file.Code)
               let to = folders.Where(folder => match.Value == folder || match.Value.StartsWith(folder + ".", StringComparison.Ordinal)).MaxBy(folder => folder.Length)
               where to is not null
               select new Dependency(Folder(root, file.Namespace ?? root), Folder(root, to), $"{file.FileName} names {match.Value}");
    }

    private static bool IsBelow(string root, string name) => name.Length == 0 || name == root || name.StartsWith(root + ".", StringComparison.Ordinal);

    private static string Folder(string root, string name) => name.Length <= root.Length ? "(root)" : name[(root.Length + 1)..];
}

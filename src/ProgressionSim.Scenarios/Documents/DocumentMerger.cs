namespace ProgressionSim.Scenarios.Documents;

/// <summary>
/// Puts one layer over another. Objects merge by key; lists, numbers and texts replace; an explicit null replaces too and later counts as not written.
/// An object that names another <c>kind</c> or <c>distribution</c> replaces whole, because the old parameters would mean something else.
/// </summary>
internal static class DocumentMerger
{
    private static readonly string[] Discriminators = ["kind", "distribution"];

    /// <summary>Merges a layer into a tree.</summary>
    /// <param name="target">The lower layers; changed.</param>
    /// <param name="layer">The layer that wins; its nodes become part of the target.</param>
    public static void Merge(DocumentObject target, DocumentObject layer)
    {
        foreach (var (name, value) in layer.Members)
        {
            if (value is DocumentObject over && target.Find(name) is DocumentObject under && SameKind(under, over))
            {
                Merge(under, over);
            }
            else
            {
                target.Members[name] = value;
            }
        }
    }

    private static bool SameKind(DocumentObject under, DocumentObject over) =>
        Discriminators.All(key => over.Find(key) is not { } kind || (under.Find(key) is { } old && old.AsTyped == kind.AsTyped));
}

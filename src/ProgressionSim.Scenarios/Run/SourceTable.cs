using ProgressionSim.Model.Parameters;
using ProgressionSim.Scenarios.Documents;

namespace ProgressionSim.Scenarios.Run;

/// <summary>Sources that scenario files state for their values.</summary>
internal sealed class SourceTable
{
    private readonly Dictionary<string, (string Source, Confidence Confidence, int Layer)> entries = new(StringComparer.Ordinal);

    /// <summary>Reads the group <c>sources</c> of a checked scenario.</summary>
    public SourceTable(DocumentObject scenario)
    {
        foreach (var (path, node) in scenario.FindObject("sources")?.Members ?? [])
        {
            if (node is DocumentObject entry && entry.Find("source")?.Text is { } source && entry.Find("confidence")?.Text is { } confidence)
            {
                entries[path] = (source, SourceSettings.Confidences[confidence], entry.LatestOrigin.Layer);
            }
        }
    }

    /// <summary>The source stated for a value or for the nearest group around it.</summary>
    /// <param name="path">Path of the value.</param>
    /// <param name="origin">Where the value was written; a source stated in an earlier layer was stated for another value.</param>
    public (string Source, Confidence Confidence)? Find(string path, SettingOrigin origin)
    {
        for (var rest = path; rest.Length > 0; rest = rest[..Math.Max(0, Math.Max(rest.LastIndexOf('.'), rest.LastIndexOf('[')))])
        {
            if (entries.TryGetValue(rest, out var entry))
            {
                return entry.Layer >= origin.Layer ? (entry.Source, entry.Confidence) : null;
            }
        }

        return null;
    }
}

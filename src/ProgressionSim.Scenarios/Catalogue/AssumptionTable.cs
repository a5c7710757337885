using System.Text.Json;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Run;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Catalogue;

/// <summary>Lists every value a run uses, with its source.</summary>
internal static class AssumptionTable
{
    /// <summary>Lists the values of a complete and checked scenario in the order of the catalogue, but for those of experiments.</summary>
    public static IReadOnlyList<Assumption> Build(DocumentObject scenario)
    {
        var rows = new List<Assumption>();
        var root = SettingCatalogue.Model with { Members = [.. SettingCatalogue.Model.Members.Where(member => member.Name is not "formatVersion")] };
        Add(root, scenario, "", new SourceTable(scenario), rows);
        return rows;
    }

    /// <summary>Lists the values of one experiment.</summary>
    /// <param name="scenario">A complete and checked scenario.</param>
    /// <param name="section">A section that it has.</param>
    public static IReadOnlyList<Assumption> OfExperiment(DocumentObject scenario, string section)
    {
        var rows = new List<Assumption>();
        Add(SettingCatalogue.Root.Find(section)!, scenario.Find(section)!, section, new SourceTable(scenario), rows);
        return rows;
    }

    private static void Add(Shape shape, DocumentNode node, string path, SourceTable sources, List<Assumption> rows)
    {
        switch (shape)
        {
            case ObjectShape group when node is DocumentObject members:
                foreach (var member in group.Members)
                {
                    if (members.Find(member.Name) is { } value)
                    {
                        Add(member.Shape, value, SettingPath.Member(path, member.Name), sources, rows);
                    }
                }

                break;
            case KindShape kinds when node is DocumentObject members:
                Add(kinds.Kinds[members.Find("kind")!.Text!], node, path, sources, rows);
                break;
            case NameOrObjectShape either when node is DocumentObject:
                Add(either.Group, node, path, sources, rows);
                break;
            case NameOrObjectShape either:
                Add(either.Group.Find(either.NameKey)!, node, path, sources, rows);
                break;
            case MapShape map when node is DocumentObject members:
                foreach (var (name, value) in members.Members.Where(member => !member.Value.IsNull))
                {
                    Add(map.Item, value, SettingPath.Member(path, name), sources, rows);
                }

                break;
            case ListShape list when node is DocumentArray items:
                for (var i = 0; i < items.Items.Count; i++)
                {
                    Add(list.Item, items.Items[i], ItemPath(list, items.Items[i], path, i), sources, rows);
                }

                break;
            case Setting setting when setting.Kind is not (SettingKind.Text or SettingKind.Name or SettingKind.Pair or SettingKind.PathPair):
                var (source, confidence) = SourceOf(setting, node, path, sources);
                rows.Add(new Assumption(path, Typed(node), setting.Unit.Symbol, setting.Meaning, source, confidence));
                break;
        }
    }

    // Named items are listed by name, because numbers change when a list is edited.
    private static string ItemPath(ListShape list, DocumentNode item, string path, int index) =>
        (list.Item is NameOrObjectShape either ? either.NameKey : list.NameKey) is { } key && (item as DocumentObject)?.Find(key)?.Text is { } name
            ? SettingPath.Item(path, name)
            : SettingPath.Item(path, index);

    private static (string Source, Confidence Confidence) SourceOf(Setting setting, DocumentNode node, string path, SourceTable sources)
    {
        var origin = node.LatestOrigin;
        if (origin.IsDefault)
        {
            return (setting.Source, setting.Confidence);
        }

        if (sources.Find(path, origin) is { } stated)
        {
            return stated;
        }

        if (DefaultFiller.DefaultOf(setting) is { } value && CanonicalJson.Write(value) == CanonicalJson.Write(node))
        {
            return (setting.Source, setting.Confidence);
        }

        return (origin.IsCommandLine ? "set on the command line" : $"set in {origin.File}", Confidence.User);
    }

    private static string Typed(DocumentNode node) => node switch
    {
        DocumentObject members =>
            $"{{ {string.Join(", ", members.Members.Where(member => !member.Value.IsNull).Select(member => $"\"{JsonEncodedText.Encode(member.Key)}\": {Typed(member.Value)}"))} }}",
        DocumentArray items => $"[{string.Join(", ", items.Items.Select(Typed))}]",
        DocumentValue value => value.Raw,
        _ => "",
    };
}

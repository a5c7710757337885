using ProgressionSim.Scenarios.Documents;

namespace ProgressionSim.Scenarios.Settings;

/// <summary>
/// Completes a merged document with the catalogue's defaults, so that the resolved document says everything about a run and the mapping needs no
/// defaults of its own. Leaves places of a wrong type alone; the check reports them.
/// </summary>
internal static class DefaultFiller
{
    /// <summary>Fills every gap below a node.</summary>
    public static void Fill(Shape shape, DocumentNode node)
    {
        switch (shape)
        {
            case ObjectShape group when node is DocumentObject members:
                FillGroup(group, members);
                break;
            case KindShape kinds when node is DocumentObject members:
                if (members.Find("kind")?.Text is { } kind && kinds.Kinds.TryGetValue(kind, out var found))
                {
                    FillGroup(found, members);
                }

                break;
            case MapShape map when node is DocumentObject members:
                foreach (var value in members.Members.Values.Where(value => !value.IsNull))
                {
                    Fill(map.Item, value);
                }

                break;
            case ListShape list when node is DocumentArray items:
                items.Items.ForEach(item => Fill(list.Item, item));
                break;
            case NameOrObjectShape either when node is DocumentObject:
                Fill(either.Group, node);
                break;
            case Setting setting when node is DocumentObject parts:
                FillParts(setting, parts);
                break;
        }
    }

    /// <summary>The default of a place, as a new tree; null when there is none.</summary>
    public static DocumentNode? DefaultOf(Shape shape) => shape switch
    {
        ObjectShape { StandsAlone: true } or MapShape => new DocumentObject(SettingOrigin.Default),
        ListShape { Default: { } list } => DocumentReader.ReadLoose(list, SettingOrigin.Default, "", new ProblemList()),
        Setting { Default: { } value } => DocumentReader.ReadLoose(value, SettingOrigin.Default, "", new ProblemList()),
        _ => null,
    };

    private static void FillGroup(ObjectShape group, DocumentObject members)
    {
        foreach (var member in group.Members)
        {
            if (members.Find(member.Name) is null && DefaultOf(member.Shape) is { } value)
            {
                members.Members[member.Name] = value;
            }

            if (members.Find(member.Name) is { } present)
            {
                Fill(member.Shape, present);
            }
        }
    }

    // Part of a distribution or of a set of regions is completed from the default when that has such parts.
    private static void FillParts(Setting setting, DocumentObject parts)
    {
        var isDistribution = setting.Kind is SettingKind.Varying or SettingKind.OnsetRegion;
        if (!isDistribution && setting.Kind is not (SettingKind.Regions or SettingKind.WholeRegions))
        {
            return;
        }

        if (DefaultOf(setting) is not { } value || (isDistribution && parts.Find(DistributionFamilies.NameKey) is not null))
        {
            return;
        }

        var names = isDistribution ? (value as DocumentObject)?.Members.Keys ?? Enumerable.Empty<string>() : SettingCheck.RegionNames;
        foreach (var name in names)
        {
            if (parts.Find(name) is null)
            {
                parts.Members[name] = value is DocumentObject from ? from.Members[name] : value;
            }
        }
    }
}

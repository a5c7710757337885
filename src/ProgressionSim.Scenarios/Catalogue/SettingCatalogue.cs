using ProgressionSim.Scenarios.Arms;
using ProgressionSim.Scenarios.Disease;
using ProgressionSim.Scenarios.Measures;
using ProgressionSim.Scenarios.Population;
using ProgressionSim.Scenarios.Run;
using ProgressionSim.Scenarios.Settings;
using ProgressionSim.Scenarios.Treatments;
using ProgressionSim.Scenarios.Trial;

namespace ProgressionSim.Scenarios.Catalogue;

/// <summary>Every setting a scenario may have. Checks, defaults, the JSON schema and the table of assumptions all read it, so they cannot disagree.</summary>
public static class SettingCatalogue
{
    /// <summary>The part of a scenario that says what happens to patients: all but experiments and sources.</summary>
    internal static ObjectShape Model { get; } = new(
        "What happens to patients.",
        [
            .. RunSettings.Identity,
            .. RunSettings.Size,
            new("population", PopulationSettings.Shape),
            new("disease", DiseaseSettings.Shape),
            new("measures", MeasureSettings.Shape),
            new("treatments", TreatmentSettings.Shape),
            new("arms", ArmSettings.Shape, Required: true),
            new(TrialSettings.Section, TrialSettings.Shape),
        ]);

    /// <summary>The resolved scenario.</summary>
    internal static ObjectShape Root { get; } = new(
        "A scenario.",
        [
            .. Model.Members.SkipLast(1),
            .. ExperimentSections.Members,
            Model.Members[^1],
            new("sources", SourceSettings.Shape),
        ]);

    /// <summary>The settings in the order documentation shows them.</summary>
    public static IReadOnlyList<SettingDescription> All { get; } = [.. Describe(Root, "").DistinctBy(setting => setting.Path, StringComparer.Ordinal)];

    private static IEnumerable<SettingDescription> Describe(Shape shape, string path) => shape switch
    {
        ObjectShape group => group.Members.SelectMany(member => Describe(member.Shape, path.Length == 0 ? member.Name : $"{path}.{member.Name}")),
        KindShape kinds => kinds.Kinds.Values.SelectMany(group => Describe(group, path)),
        MapShape map => Describe(map.Item, $"{path}.*"),
        ListShape list => Describe(list.Item, $"{path}[]"),
        NameOrObjectShape either => Describe(either.Group, path),
        Setting setting => [new SettingDescription(path, setting.Kind, setting.Unit.Symbol, setting.Range.Describe(), setting.Default, setting.Meaning, setting.Source, setting.Confidence)],
        _ => [],
    };
}

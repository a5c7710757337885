using System.Text.Json;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Paths;
using ProgressionSim.Scenarios.Settings;
using ProgressionSim.Scenarios.Validation;

namespace ProgressionSim.Scenarios.Parameters;

/// <summary>A number of the scenario that an experiment changes. Not thread-safe: values are tried out in a copy of the scenario.</summary>
internal sealed class VariedSetting
{
    private static readonly string[] OfTheRun =
        ["formatVersion", "name", "title", "description", "seed", "patients", "horizonMonths", "monthsBeforeOrigin", "reportFrom"];

    private static readonly SettingKind[] Numbers =
        [SettingKind.Number, SettingKind.WholeNumber, SettingKind.Varying, SettingKind.Regions, SettingKind.WholeRegions];

    private static readonly SettingKind[] WithNumbersInside =
        [SettingKind.Varying, SettingKind.Regions, SettingKind.WholeRegions, SettingKind.OnsetRegion, SettingKind.RisingNumbers, SettingKind.RegionMatrix];

    private readonly ExperimentView view;
    private readonly DocumentObject copy;
    private readonly SettingPlace place;
    private readonly SettingPlace whole;
    private readonly bool isJudged;

    private VariedSetting(ExperimentView view, DocumentObject copy, SettingPlace place)
    {
        (this.view, this.copy, this.place) = (view, copy, place);
        whole = place.Whole;

        // Other parts of the same value may be wrong already, and are reported where they stand.
        isJudged = place == whole || whole.Read() is not { } before || Problems(before).IsEmpty;
    }

    /// <summary>Its path as written.</summary>
    public string Path => place.Path;

    /// <summary>Its value in the scenario; null when it is no single number.</summary>
    public double? Value => place.Read()?.Number;

    /// <summary>Its rule: that of the setting, with the range of the part that is changed.</summary>
    public Setting Setting => (Setting)whole.Shape with { Range = Range() };

    /// <summary>The moment that it shifts a start of treatment from, for example <c>symptomOnset</c>; null when it is no such shift.</summary>
    public string? ShiftedMoment
    {
        get
        {
            const string shift = ".start.offsetMonths";
            return Path.EndsWith(shift, StringComparison.Ordinal)
                && OverrideApplier.Find(view.Root, copy, $"{Path[..^shift.Length]}.start.at", SettingOrigin.Default, new ProblemList())?.Read() is { Text: { } at }
                ? at
                : null;
        }
    }

    /// <summary>Unit of its values; empty for a pure number.</summary>
    public string Unit => place == whole || FormParameter() is not { IsValue: false, Name: not "sd" } ? Setting.Unit.Symbol : "";

    /// <summary>Finds the setting of a path, or reports why it cannot be changed.</summary>
    /// <param name="view">The scenario.</param>
    /// <param name="node">The path as written; null or no text when the catalogue has refused it.</param>
    /// <param name="nodePath">Where it is written.</param>
    /// <param name="problems">Receives the problem.</param>
    public static VariedSetting? Find(ExperimentView view, DocumentNode? node, string nodePath, ProblemList problems)
    {
        if (node?.Text is not { } path)
        {
            return null;
        }

        var section = PathSegment.Parse(path)?[0].Text;
        if (section is not null && IsApart(view, section, path))
        {
            problems.Wrong(
                node,
                nodePath,
                OfTheRun.Contains(section, StringComparer.Ordinal)
                    ? "It is about the run as a whole, so an experiment does not change it: all its runs are of the same patients, counted in the same way."
                    : "It is no part of the disease, its patients or their treatments, so an experiment does not change it.");
            return null;
        }

        var tried = (DocumentObject)view.Model.Copy();
        var found = new ProblemList();
        if (OverrideApplier.Find(view.Root, tried, path, node.Origin, found) is not { } place)
        {
            var problem = found.InOrder()[0];
            problems.Wrong(node, nodePath, $"{problem.Statement}.{(problem.Rule.Length > 0 ? " " : "")}{problem.Rule}", problem.Suggestion);
            return null;
        }

        if (place.Read() is null && PartNames(place) is { Count: > 0 } known && !known.Contains(PathSegment.Parse(path)![^1].Text, StringComparer.Ordinal))
        {
            var suggestion = NearestName.Suggest(PathSegment.Parse(path)![^1].Text, known);
            problems.Wrong(node, nodePath, $"{path} is not a known setting.", suggestion.Length > 0 ? suggestion : $"Known there: {string.Join(", ", known)}.");
            return null;
        }

        if (!IsNumber(place))
        {
            var parts = PathWalk.MemberNames(place.Shape, place.Read() as DocumentObject);
            problems.Wrong(
                node,
                nodePath,
                $"It must be the path of a number, and {path} is {Describe(place)}.",
                parts.Count > 0 && place.Shape is not Settings.Setting ? $"Known there: {string.Join(", ", parts)}." : "");
            return null;
        }

        return new VariedSetting(view, tried, place);
    }

    /// <summary>True when this and another setting are the same, or one is a part of the other.</summary>
    public bool Overlaps(VariedSetting other) => IsWithin(place.Key, other.place.Key) || IsWithin(other.place.Key, place.Key);

    /// <summary>What a value would break.</summary>
    /// <param name="value">Finite.</param>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="byAllRules">True to judge it by all rules of the scenario, false by those of the setting alone.</param>
    /// <returns>Null when it is allowed.</returns>
    public string? Refusal(double value, SettingOrigin origin, bool byAllRules)
    {
        if (!isJudged)
        {
            return null;
        }

        Try(value, origin);
        var found = Problems(whole.Read()!);
        if (found.IsEmpty && byAllRules)
        {
            view.CheckModel(copy, found);
        }

        if (found.IsEmpty)
        {
            return null;
        }

        var first = found.InOrder()[0];
        return first.Path == Path ? $"It is a value of {Path}. {first.Rule}" : $"With it as {Path}, {first.Statement}. {first.Rule}";
    }

    /// <summary>What values of this and another setting together would break.</summary>
    /// <returns>Null when they are allowed.</returns>
    public string? RefusalWith(double value, VariedSetting other, double otherValue, SettingOrigin origin)
    {
        var both = (DocumentObject)view.Model.Copy();
        var found = new ProblemList();
        OverrideApplier.Find(view.Root, both, Path, origin, found)?.Replace(DocumentValue.OfNumber(origin, value));
        OverrideApplier.Find(view.Root, both, other.Path, origin, found)?.Replace(DocumentValue.OfNumber(origin, otherValue));
        view.CheckModel(both, found);
        return found.IsEmpty ? null : $"{found.InOrder()[0].Statement}. {found.InOrder()[0].Rule}";
    }

    private static bool IsApart(ExperimentView view, string section, string path) =>
        OfTheRun.Contains(section, StringComparer.Ordinal)
        || view.LeftOut.Contains(section, StringComparer.Ordinal)
        || (section == "trial" && !path.StartsWith("trial.enrolment.", StringComparison.Ordinal));

    // Names that a part of a value may have; none for a whole value, and where any may stand.
    private static List<string> PartNames(SettingPlace place) => place.Whole == place ? [] : place.Shape switch
    {
        Settings.Setting { Kind: SettingKind.Regions or SettingKind.WholeRegions or SettingKind.OnsetRegion } => [.. SettingCheck.RegionNames],
        Settings.Setting { Kind: SettingKind.Varying } => Family(place.Whole) is { } family
            ? [.. family.Forms.SelectMany(form => form).Select(parameter => parameter.Name), .. family.MayBeLimited ? ["min", "max"] : Array.Empty<string>()]
            : [],
        _ => [],
    };

    private static DistributionFamily? Family(SettingPlace place) =>
        (place.Read() as DocumentObject)?.Find(DistributionFamilies.NameKey)?.Text is { } name ? DistributionFamilies.Find(name) : null;

    private static bool IsNumber(SettingPlace place)
    {
        if (place.Shape is not Settings.Setting setting)
        {
            return false;
        }

        return place.Whole == place
            ? Numbers.Contains(setting.Kind)
            : WithNumbersInside.Contains(setting.Kind) && place.Read() is null or DocumentValue { Kind: JsonValueKind.Number };
    }

    private static string Describe(SettingPlace place) => place.Read() switch
    {
        { } node => node.AsTyped,
        null when place.Shape is ListShape => "a list",
        null when place.Shape is Settings.Setting => "text or a list",
        _ => "an object",
    };

    private static bool IsWithin(string key, string group) =>
        key == group || (key.Length > group.Length && key.StartsWith(group, StringComparison.Ordinal) && key[group.Length] is '.' or '[');

    private void Try(double value, SettingOrigin origin) => place.Replace(DocumentValue.OfNumber(origin, value));

    private ProblemList Problems(DocumentNode node)
    {
        var found = new ProblemList();
        ShapeCheck.Check(whole.Shape, node, whole.Path, found);
        return found;
    }

    private NumberRange Range()
    {
        var setting = (Setting)whole.Shape;
        if (place == whole)
        {
            return setting.Range;
        }

        return setting.Kind switch
        {
            SettingKind.Varying when FormParameter() is { } parameter => parameter.IsValue ? setting.Range.Within(parameter.Range) : parameter.Range,
            SettingKind.OnsetRegion => NumberRange.NonNegative(1e9),
            _ => setting.Range,
        };
    }

    // The parameter of a distribution that this is, or null when it is a limit, a value or no part of one.
    private DistributionParameter? FormParameter() =>
        Family(whole)?.Forms.SelectMany(form => form).FirstOrDefault(parameter => $"{whole.Path}.{parameter.Name}" == Path);
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Scenarios.Catalogue;
using ProgressionSim.Scenarios.Run;
using ProgressionSim.Scenarios.Settings;
using ProgressionSim.Scenarios.Trial;

namespace ProgressionSim.Scenarios.Schema;

/// <summary>
/// The JSON schema of scenario files, made from the setting catalogue, so that editors complete names and show units, ranges, defaults and sources.
/// It holds for single files, layers included, so nothing at the top is required; what ties settings together only loading checks.
/// </summary>
public static class ScenarioSchema
{
    private const string Distributions = "distribution";
    private const string Parameters = "parameter";
    private const string TrialMeasures = "trialMeasure";

    private static readonly JsonSerializerOptions TextOptions = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>Builds the schema, draft 2020-12.</summary>
    public static JsonObject Build()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "ProgressionSim scenario",
        };
        var root = SettingCatalogue.Root with { Members = [.. RunSettings.Layering, .. SettingCatalogue.Root.Members] };
        foreach (var (name, value) in Group(root, requires: false))
        {
            schema[name] = value?.DeepClone();
        }

        schema["$defs"] = new JsonObject
        {
            [Distributions] = DistributionSchema.Build(),
            [Parameters] = DistributionSchema.BuildParameter(),
            ["onsetRegion"] = DistributionSchema.BuildOnsetRegion(),
            [TrialMeasures] = new JsonObject
            {
                ["description"] = "A measure of a trial: taken at visits, its change from the baseline visit, or what is known at baseline.",
                ["enum"] = new JsonArray([.. TrialMeasureNames.All.Select(measure => JsonValue.Create(measure.Name))]),
            },
        };
        return schema;
    }

    /// <summary>The schema as the text of the file that is shipped.</summary>
    public static string BuildText() => Build().ToJsonString(TextOptions) + "\n";

    private static JsonObject Of(Shape shape, bool requires) => shape switch
    {
        ObjectShape group => Group(group, requires),
        KindShape kinds => Group(new ObjectShape(kinds.Meaning, Union(kinds)), requires: false),
        MapShape map => new JsonObject { ["type"] = Types("object"), ["description"] = map.Meaning, ["additionalProperties"] = Of(map.Item, requires) },
        ListShape list => List(list),
        NameOrObjectShape either => new JsonObject
        {
            ["description"] = either.Meaning,
            ["oneOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, Group(either.Group, requires: true, mayBeNull: false)),
        },
        OpaqueShape opaque => new JsonObject { ["type"] = Types("object"), ["description"] = opaque.Meaning },
        LayeringShape { MayBeList: true } layering => new JsonObject
        {
            ["description"] = layering.Meaning,
            ["oneOf"] = new JsonArray(
                new JsonObject { ["type"] = Types("string") },
                new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } }),
        },
        LayeringShape layering => new JsonObject { ["type"] = Types("string"), ["description"] = layering.Meaning },
        Setting setting => Value(setting),
        _ => [],
    };

    private static JsonObject Group(ObjectShape group, bool requires, bool mayBeNull = true)
    {
        var properties = new JsonObject();
        foreach (var member in group.Members)
        {
            properties[member.Name] = Of(member.Shape, requires);
        }

        var schema = new JsonObject
        {
            ["type"] = mayBeNull ? Types("object") : "object",
            ["description"] = group.Meaning,
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        if (requires && group.Members.Any(member => member.Required))
        {
            schema["required"] = new JsonArray([.. group.Members.Where(member => member.Required).Select(member => JsonValue.Create(member.Name))]);
        }

        return schema;
    }

    // A layer may change one setting of a treatment without repeating its kind, so all kinds share one list of names.
    private static List<Member> Union(KindShape kinds) =>
        [.. kinds.Kinds.Values.SelectMany(group => group.Members).GroupBy(member => member.Name, StringComparer.Ordinal).Select(Union)];

    // Where kinds offer different words for the same name, any of them may stand.
    private static Member Union(IEnumerable<Member> sameName)
    {
        var first = sameName.First();
        return first.Shape is Setting { Kind: SettingKind.Choice } setting
            ? first with { Shape = setting with { Choices = [.. sameName.Select(member => member.Shape).OfType<Setting>().SelectMany(each => each.Choices).Distinct(StringComparer.Ordinal)] } }
            : first;
    }

    // Lists replace whole, so their items are complete.
    private static JsonObject List(ListShape list)
    {
        var schema = new JsonObject
        {
            ["type"] = Types("array"),
            ["description"] = list.Meaning,
            ["items"] = Of(list.Item, requires: true),
            ["minItems"] = list.Minimum,
            ["maxItems"] = list.Maximum,
        };
        AddDefault(schema, list.Default);
        return schema;
    }

    private static JsonObject Value(Setting setting)
    {
        var schema = new JsonObject { ["description"] = Description(setting) };
        switch (setting.Kind)
        {
            case SettingKind.Number or SettingKind.WholeNumber:
                AddNumber(schema, setting, mayBeNull: true);
                break;
            case SettingKind.Flag:
                schema["type"] = Types("boolean");
                break;
            case SettingKind.Choice:
                schema["enum"] = new JsonArray([.. setting.Choices.Select(choice => JsonValue.Create(choice)), null]);
                break;
            case SettingKind.Varying:
                schema["oneOf"] = new JsonArray(PlainNumber(setting), Reference(Distributions), new JsonObject { ["type"] = "null" });
                break;
            case SettingKind.OnsetRegion:
                schema["oneOf"] = new JsonArray(Reference("onsetRegion"), new JsonObject { ["type"] = "null" });
                break;
            case SettingKind.Regions or SettingKind.WholeRegions:
                var properties = new JsonObject();
                foreach (var region in SettingCheck.RegionNames)
                {
                    properties[region] = PlainNumber(setting);
                }

                schema["oneOf"] = new JsonArray(
                    PlainNumber(setting),
                    new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false },
                    new JsonObject { ["type"] = "null" });
                break;
            case SettingKind.RisingNumbers:
                AddArray(schema, PlainNumber(setting), setting.Length ?? 1, setting.Length ?? 1000);
                break;
            case SettingKind.Numbers:
                schema["type"] = Types("array");
                schema["items"] = PlainNumber(setting);
                schema["minItems"] = 1;
                break;
            case SettingKind.Names:
                AddArray(schema, new JsonObject { ["enum"] = new JsonArray([.. setting.Choices.Select(choice => JsonValue.Create(choice))]) }, 1, setting.Choices.Count);
                break;
            case SettingKind.Texts:
                AddArray(schema, new JsonObject { ["type"] = "string" }, 0, 1000);
                break;
            case SettingKind.PathPair:
                AddArray(schema, new JsonObject { ["type"] = "string" }, 2, 2);
                break;
            case SettingKind.Parameter:
                schema["oneOf"] = new JsonArray(Reference(Parameters));
                break;
            case SettingKind.RegionMatrix:
                var row = new JsonObject();
                AddArray(row, PlainNumber(setting), RegionValues.Count, RegionValues.Count);
                row["type"] = "array";
                AddArray(schema, row, RegionValues.Count, RegionValues.Count);
                break;
            case SettingKind.Measure:
                schema["oneOf"] = new JsonArray(Reference(TrialMeasures), new JsonObject { ["type"] = "null" });
                break;
            case SettingKind.NumberOrName:
                schema["oneOf"] = new JsonArray(PlainNumber(setting), new JsonObject { ["type"] = "string" }, new JsonObject { ["type"] = "null" });
                break;
            case SettingKind.NumberByName:
                var byName = new JsonObject { ["type"] = "object", ["additionalProperties"] = PlainNumber(setting) };
                schema["oneOf"] = new JsonArray(PlainNumber(setting), byName, new JsonObject { ["type"] = "null" });
                break;
            case SettingKind.Pair:
                AddArray(schema, setting.Choices.Count > 0 ? new JsonObject { ["enum"] = new JsonArray([.. setting.Choices.Select(choice => JsonValue.Create(choice))]) } : new JsonObject { ["type"] = "string" }, 2, 2);
                break;
            default:
                schema["type"] = Types("string");
                break;
        }

        AddDefault(schema, setting.Default);
        return schema;
    }

    private static string Description(Setting setting)
    {
        var range = setting.Range.Describe();
        var words = setting.Meaning;
        words += setting.Unit.Symbol.Length > 0 ? $" Unit: {setting.Unit.Symbol}." : "";
        words += range.Length > 0 ? $" Range: {range}." : "";
        return setting.Default is null ? words : $"{words} Default: {setting.Default}. Source of the default: {setting.Source} (confidence: {setting.Confidence.ToString().ToLowerInvariant()}).";
    }

    private static JsonObject PlainNumber(Setting setting)
    {
        var schema = new JsonObject();
        AddNumber(schema, setting, mayBeNull: false);
        return schema;
    }

    private static void AddNumber(JsonObject schema, Setting setting, bool mayBeNull)
    {
        var type = setting.Kind is SettingKind.WholeNumber or SettingKind.WholeRegions ? "integer" : "number";
        schema["type"] = mayBeNull ? Types(type) : type;
        if (double.IsFinite(setting.Range.Minimum))
        {
            schema[setting.Range.MinimumIsOpen ? "exclusiveMinimum" : "minimum"] = setting.Range.Minimum;
        }

        if (double.IsFinite(setting.Range.Maximum))
        {
            schema[setting.Range.MaximumIsOpen ? "exclusiveMaximum" : "maximum"] = setting.Range.Maximum;
        }
    }

    private static void AddArray(JsonObject schema, JsonObject items, int minimum, int maximum)
    {
        schema["type"] = Types("array");
        schema["items"] = items;
        schema["minItems"] = minimum;
        schema["maxItems"] = maximum;
    }

    private static void AddDefault(JsonObject schema, string? json)
    {
        if (json is not null)
        {
            schema["default"] = JsonNode.Parse(json);
        }
    }

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/$defs/{name}" };

    // An explicit null resets a setting to its default.
    private static JsonArray Types(string type) => [type, "null"];
}

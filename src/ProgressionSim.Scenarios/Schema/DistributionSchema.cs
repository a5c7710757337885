using System.Text.Json.Nodes;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Schema;

/// <summary>The parts of the schema that describe distributions.</summary>
internal static class DistributionSchema
{
    /// <summary>Distributions of numbers, one alternative for each family and set of parameters.</summary>
    public static JsonObject Build() => new()
    {
        ["description"] = "Each patient's number is drawn from this distribution. Draws outside the range of the setting do not occur: the distribution is limited to it.",
        ["oneOf"] = Alternatives([]),
    };

    /// <summary>Distributions that stand beside the path of the setting they are about.</summary>
    public static JsonObject BuildParameter() => new()
    {
        ["description"] = "What is believed about a setting of everyone. Values outside the range of the setting do not occur: the distribution is limited to it.",
        ["oneOf"] = Alternatives([SettingCheck.PathKey]),
    };

    private static JsonArray Alternatives(IReadOnlyList<string> texts)
    {
        var alternatives = new JsonArray();
        foreach (var family in DistributionFamilies.Plain)
        {
            foreach (var form in family.Forms)
            {
                var properties = new JsonObject { [DistributionFamilies.NameKey] = new JsonObject { ["const"] = family.Name } };
                foreach (var parameter in form)
                {
                    properties[parameter.Name] = Number(parameter.Range);
                }

                if (family.MayBeLimited)
                {
                    properties["min"] = Limit("Smallest value drawn; the shape above it is kept.");
                    properties["max"] = Limit("Largest value drawn; the shape below it is kept.");
                }

                AddTexts(properties, texts);
                alternatives.Add((JsonNode)Closed(properties, [.. texts, DistributionFamilies.NameKey, .. form.Select(parameter => parameter.Name)]));
            }
        }

        var observed = new JsonObject
        {
            [DistributionFamilies.NameKey] = new JsonObject { ["const"] = DistributionFamilies.Empirical },
            ["values"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "number" }, ["minItems"] = 1 },
            ["weights"] = new JsonObject { ["type"] = "array", ["items"] = Number(NumberRange.NonNegative()) },
        };
        AddTexts(observed, texts);
        alternatives.Add((JsonNode)Closed(observed, [.. texts, DistributionFamilies.NameKey, "values"]));
        return alternatives;
    }

    private static void AddTexts(JsonObject properties, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            properties[name] = new JsonObject { ["type"] = "string" };
        }
    }

    /// <summary>A region, or weights of regions.</summary>
    public static JsonObject BuildOnsetRegion()
    {
        var weights = new JsonObject();
        foreach (var region in SettingCheck.RegionNames)
        {
            weights[region] = Number(NumberRange.NonNegative());
        }

        return new JsonObject
        {
            ["description"] = "A region, or a weight for each; weights need not add to 1, and a region without one has 0.",
            ["oneOf"] = new JsonArray(
                new JsonObject { ["enum"] = new JsonArray([.. SettingCheck.RegionNames.Select(region => JsonValue.Create(region))]) },
                Closed(
                    new JsonObject
                    {
                        [DistributionFamilies.NameKey] = new JsonObject { ["const"] = DistributionFamilies.Categorical },
                        ["weights"] = Closed(weights, []),
                    },
                    [DistributionFamilies.NameKey, "weights"])),
        };
    }

    private static JsonObject Closed(JsonObject properties, IReadOnlyList<string> required)
    {
        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        if (required.Count > 0)
        {
            schema["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]);
        }

        return schema;
    }

    private static JsonObject Limit(string description) => new() { ["type"] = new JsonArray("number", "null"), ["description"] = description };

    private static JsonObject Number(NumberRange range)
    {
        var schema = new JsonObject { ["type"] = "number" };
        if (double.IsFinite(range.Minimum))
        {
            schema[range.MinimumIsOpen ? "exclusiveMinimum" : "minimum"] = range.Minimum;
        }

        return schema;
    }
}

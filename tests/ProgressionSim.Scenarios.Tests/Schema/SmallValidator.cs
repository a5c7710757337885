using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProgressionSim.Scenarios.Tests.Schema;

/// <summary>Checks a document against the few JSON-schema keywords that ours uses; an unknown keyword is a violation.</summary>
internal static class SmallValidator
{
    private static readonly HashSet<string> Remarks = new(StringComparer.Ordinal) { "$schema", "$defs", "title", "description", "default" };

    /// <summary>One line, beginning with the path, for each rule broken.</summary>
    public static List<string> Violations(JsonObject root, JsonObject schema, JsonNode? node, string path)
    {
        var found = new List<string>();
        foreach (var (keyword, rule) in schema.Where(member => !Remarks.Contains(member.Key)))
        {
            Check(root, schema, keyword, rule!, node, path, found);
        }

        return found;
    }

    private static void Check(JsonObject root, JsonObject schema, string keyword, JsonNode rule, JsonNode? node, string path, List<string> found)
    {
        var number = node is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value.GetValue<double>() : (double?)null;
        var isGood = keyword switch
        {
            "type" => (rule is JsonArray types ? types.Select(type => type!.GetValue<string>()) : [rule.GetValue<string>()]).Any(type => IsOfType(node, number, type)),
            "enum" => rule.AsArray().Any(each => JsonNode.DeepEquals(each, node)),
            "const" => JsonNode.DeepEquals(rule, node),
            "minimum" => number is null || number >= rule.GetValue<double>(),
            "maximum" => number is null || number <= rule.GetValue<double>(),
            "exclusiveMinimum" => number is null || number > rule.GetValue<double>(),
            "exclusiveMaximum" => number is null || number < rule.GetValue<double>(),
            "minItems" => node is not JsonArray few || few.Count >= rule.GetValue<int>(),
            "maxItems" => node is not JsonArray many || many.Count <= rule.GetValue<int>(),
            "required" => node is not JsonObject group || rule.AsArray().All(name => group.ContainsKey(name!.GetValue<string>())),
            "oneOf" => rule.AsArray().Count(each => Violations(root, each!.AsObject(), node, path).Count == 0) == 1,
            "$ref" => Violations(root, Definition(root, rule.GetValue<string>()), node, path).Count == 0,
            "properties" or "items" or "additionalProperties" => true,
            _ => false,
        };
        if (!isGood)
        {
            found.Add($"{path}: {keyword}");
        }

        CheckParts(root, schema, keyword, rule, node, path, found);
    }

    private static void CheckParts(JsonObject root, JsonObject schema, string keyword, JsonNode rule, JsonNode? node, string path, List<string> found)
    {
        switch (keyword)
        {
            case "items" when node is JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    found.AddRange(Violations(root, rule.AsObject(), items[i], FormattableString.Invariant($"{path}[{i}]")));
                }

                break;
            case "properties" when node is JsonObject group:
                foreach (var (name, part) in group.Where(member => rule.AsObject().ContainsKey(member.Key)))
                {
                    found.AddRange(Violations(root, rule[name]!.AsObject(), part, $"{path}.{name}"));
                }

                break;
            case "additionalProperties" when node is JsonObject group:
                foreach (var (name, part) in group.Where(member => schema["properties"]?.AsObject().ContainsKey(member.Key) != true))
                {
                    found.AddRange(rule is JsonObject each ? Violations(root, each, part, $"{path}.{name}") : [$"{path}.{name}: unknown"]);
                }

                break;
        }
    }

    private static JsonObject Definition(JsonObject root, string reference) => root["$defs"]![reference["#/$defs/".Length..]]!.AsObject();

    private static bool IsOfType(JsonNode? node, double? number, string type) => type switch
    {
        "null" => node is null,
        "object" => node is JsonObject,
        "array" => node is JsonArray,
        "number" => number is not null,
        "integer" => number is { } whole && double.IsInteger(whole),
        "string" => node?.GetValueKind() == JsonValueKind.String,
        _ => node?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
    };
}

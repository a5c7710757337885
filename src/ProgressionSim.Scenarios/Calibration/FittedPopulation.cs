using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Experiments.Calibration;
using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Scenarios.Catalogue;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Fitted;
using ProgressionSim.Scenarios.Loading;
using ProgressionSim.Scenarios.Parameters;
using ProgressionSim.Scenarios.Paths;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Calibration;

/// <summary>Writes fitted settings as a file that scenarios extend: values, how sure they are, and where they come from.</summary>
public static class FittedPopulation
{
    private const double SmallestCorrelation = 0.05;
    private const string NamePrefix = "calibration-";

    private static readonly JsonSerializerOptions TextOptions = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>Name of the fit: that of the scenario, without <c>calibration-</c>.</summary>
    /// <param name="scenario">Name of the scenario.</param>
    public static string NameOf(string scenario) => scenario.StartsWith(NamePrefix, StringComparison.Ordinal) ? scenario[NamePrefix.Length..] : scenario;

    /// <summary>Writes the file.</summary>
    /// <param name="scenario">The scenario that was fitted; without problems.</param>
    /// <param name="result">The fit.</param>
    /// <param name="version">Version of the program.</param>
    /// <returns>Its text. A setting inside a distribution or a list comes with the whole of it.</returns>
    public static string Write(ScenarioResult scenario, CalibrationResult result, string version)
    {
        var (resolved, file) = (scenario.Scenario!.Document, new JsonObject());
        foreach (var fitted in result.Parameters)
        {
            Place(resolved, file, fitted.Parameter.Path, Rounded(fitted.Value));
        }

        file[FittedSettings.Section] = new JsonObject { [NameOf(result.Plan.Evidence.Run.Name)] = Fit(result) };
        file["sources"] = Sources(result);
        return Provenance(scenario.File, result, version) + file.ToJsonString(TextOptions) + "\n";
    }

    private static JsonObject Fit(CalibrationResult result) => new()
    {
        ["evidence"] = result.Plan.EvidenceFile,
        [ParameterSettings.List] = new JsonArray([.. result.Parameters.Select(Parameter)]),
        ["correlations"] = new JsonArray([.. Correlations(result).Select(pair => new JsonObject
        {
            ["between"] = new JsonArray(result.Parameters[pair.First].Parameter.Path, result.Parameters[pair.Second].Parameter.Path),
            ["value"] = pair.Value,
        })]),
    };

    private static JsonObject Parameter(FittedParameter fitted)
    {
        var isLogarithmic = fitted.Parameter.IsLogarithmic;
        var written = new JsonObject
        {
            ["path"] = fitted.Parameter.Path,
            ["distribution"] = isLogarithmic ? "logNormal" : "normal",
            [isLogarithmic ? "median" : "mean"] = Rounded(fitted.Value),
            [isLogarithmic ? "cv" : "sd"] = Rounded(isLogarithmic ? Math.Sqrt(Math.Exp(fitted.Sd * fitted.Sd) - 1) : fitted.Sd),
        };
        if (fitted.Parameter.Minimum is { } minimum)
        {
            written["min"] = minimum;
        }

        if (fitted.Parameter.Maximum is { } maximum)
        {
            written["max"] = maximum;
        }

        return written;
    }

    /// <summary>Correlations worth writing, shrunk together until they can hold at once after rounding.</summary>
    private static List<ParameterCorrelation> Correlations(CalibrationResult result)
    {
        for (var share = 1.0; ; share *= 0.98)
        {
            var found = result.Correlations
                .Select(pair => pair with { Value = Math.Round(share * pair.Value, 2) })
                .Where(pair => Math.Abs(pair.Value) >= SmallestCorrelation)
                .ToList();
            if (GaussianCopula.IsPositiveDefinite(result.Parameters.Count, found.ConvertAll(pair => (pair.First, pair.Second, pair.Value))))
            {
                return found;
            }
        }
    }

    private static JsonObject Sources(CalibrationResult result)
    {
        var targets = result.Plan.Evidence.Quantities.Count(quantity => quantity.Use == EvidenceUse.Fit);
        var sources = new JsonObject();
        foreach (var fitted in result.Parameters)
        {
            var path = SourcePath(fitted.Parameter.Path);
            var text = string.Create(
                CultureInfo.InvariantCulture,
                $"Fitted with {result.Parameters.Count - 1} other settings to {targets} quantities of {FileName(result.Plan.EvidenceFile)}; {fitted.Parameter.Path} {Rounded(fitted.Value)}, 95 % interval {Rounded(fitted.Low)} to {Rounded(fitted.High)}");
            text += fitted.IsIdentified ? "" : ", which is hardly narrower than what was assumed beforehand";
            if (sources[path]?["source"]?.GetValue<string>() is { } earlier)
            {
                text = $"{earlier}. {text}";
            }

            sources[path] = new JsonObject { ["source"] = text, ["confidence"] = fitted.IsIdentified ? "medium" : "low" };
        }

        return sources;
    }

    // A source stands for a whole setting: not for a part of a distribution, of a list of numbers or of a set of regions.
    private static string SourcePath(string path)
    {
        Shape shape = SettingCatalogue.Root;
        var whole = "";
        foreach (var segment in PathSegment.Parse(path)!.TakeWhile(_ => shape is not Setting))
        {
            whole = segment.IsSelector ? SettingPath.Item(whole, segment.Text) : SettingPath.Member(whole, segment.Text);
            shape = (segment.IsSelector ? PathWalk.Item(shape) : PathWalk.Member(shape, segment.Text))!;
        }

        return whole;
    }

    private static void Place(JsonObject resolved, JsonObject file, string path, double value)
    {
        var segments = PathSegment.Parse(path)!;
        JsonNode from = resolved;
        JsonNode to = file;
        for (var i = 0; i < segments.Count - 1; i++)
        {
            var next = Step(from, segments[i]);
            if (Step(to, segments[i]) is not { } existing)
            {
                // A list, and a value with parts, replaces or completes what stands below only as a whole.
                existing = next is JsonArray || next["distribution"] is not null || next["bulbar"] is not null ? next.DeepClone() : new JsonObject();
                ((JsonObject)to)[segments[i].Text] = existing;
            }

            (from, to) = (next, existing);
        }

        var last = segments[^1];
        if (to is JsonArray items)
        {
            items[Index(items, last.Text)] = value;
        }
        else
        {
            to[last.Text] = value;
        }
    }

    private static JsonNode Step(JsonNode node, PathSegment segment) => node is JsonArray items ? items[Index(items, segment.Text)]! : node[segment.Text]!;

    private static int Index(JsonArray items, string selector) =>
        int.TryParse(selector, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : items.ToList().FindIndex(item => item?["name"]?.GetValue<string>() == selector);

    private static string Provenance(string file, CalibrationResult result, string version)
    {
        var plan = result.Plan;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"// Written by progsim calibrate {file}, version {version}, seed {plan.Evidence.Run.Seed}: {result.Evaluations} sets of values of {plan.Patients} patients,\n");
        text.Append(CultureInfo.InvariantCulture, $"// {plan.PatientsOfPosterior} patients for the intervals; loss {Rounded(result.Loss.Before)} before, {Rounded(result.Loss.After)} after. Do not edit: run it again.\n");
        return text.ToString();
    }

    private static string FileName(string path) => path.Replace("../", "", StringComparison.Ordinal);

    private static double Rounded(double value) => double.Parse(value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}

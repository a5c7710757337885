using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Experiments.Calibration;
using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Scenarios.Catalogue;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Fitted;
using ProgressionSim.Scenarios.Loading;
using ProgressionSim.Scenarios.Parameters;
using ProgressionSim.Scenarios.Paths;
using ProgressionSim.Scenarios.Run;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Fitting;

/// <summary>Writes fitted settings as a file that scenarios extend: values, how sure they are, and where they come from.</summary>
public static class FittedPopulation
{
    private const double SmallestCorrelation = 0.05;

    // A correlation of 1 is none that can be drawn with.
    private const double LargestCorrelation = 0.99;
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
        var values = result.Parameters.Select(fitted => new ParameterValue(fitted.Parameter.Path, Rounded(fitted.Value)));
        var model = JsonNode.Parse(CanonicalJson.Write(scenario.Plans!.Changed([.. values], new ProblemList()), []))!.AsObject();
        var file = new JsonObject();
        foreach (var fitted in result.Parameters)
        {
            Place(model, file, fitted.Parameter.Path);
        }

        file[FittedSettings.Section] = new JsonObject { [NameOf(result.Plan.Evidence.Run.Name)] = Fit(result) };
        file["sources"] = Sources(scenario.Plan!, model, result);
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
                .Select(pair => pair with { Value = Math.Clamp(Math.Round(share * pair.Value, 2), -LargestCorrelation, LargestCorrelation) })
                .Where(pair => Math.Abs(pair.Value) >= SmallestCorrelation)
                .ToList();
            if (GaussianCopula.IsPositiveDefinite(result.Parameters.Count, found.ConvertAll(pair => (pair.First, pair.Second, pair.Value))))
            {
                return found;
            }
        }
    }

    private static JsonObject Sources(RunPlan plan, JsonObject model, CalibrationResult result)
    {
        var targets = result.Plan.Evidence.Quantities.Count(quantity => quantity.Use == EvidenceUse.Fit);
        var sources = new JsonObject();
        var lists = new HashSet<string>(StringComparer.Ordinal);
        foreach (var fitted in result.Parameters)
        {
            var (path, list) = SourcePath(model, fitted.Parameter.Path);
            lists.UnionWith(list is null ? [] : [list]);
            var text = string.Create(
                CultureInfo.InvariantCulture,
                $"Fitted with {result.Parameters.Count - 1} other settings to {targets} quantities of {FileName(result.Plan.EvidenceFile)}; {fitted.Parameter.Path} {Rounded(fitted.Value)}, 95 % interval {Rounded(fitted.Low)} to {Rounded(fitted.High)}");
            text += fitted.IsIdentified ? "" : ", which is hardly narrower than what was assumed beforehand";
            var confidence = fitted.IsIdentified ? Confidence.Medium : Confidence.Low;
            if (sources[path] is { } earlier)
            {
                // One source stands for all parts of a setting, so it is no surer than the least sure of them.
                text = $"{earlier["source"]!.GetValue<string>()}. {text}";
                confidence = earlier["confidence"]!.GetValue<string>() == "low" ? Confidence.Low : confidence;
            }

            sources[path] = Source(text, confidence);
        }

        // Lists are written whole, so what was not fitted in them must bring its sources along.
        foreach (var assumption in plan.Assumptions.Where(assumption => assumption.Confidence != Confidence.User && lists.Any(list => assumption.Path.StartsWith($"{list}[", StringComparison.Ordinal))))
        {
            sources.TryAdd(assumption.Path, Source(assumption.Source, assumption.Confidence));
        }

        return sources;
    }

    private static JsonObject Source(string text, Confidence confidence) =>
        new() { ["source"] = text, ["confidence"] = SourceSettings.Confidences.Single(pair => pair.Value == confidence).Key };

    // A source stands for a whole setting: not for a part of a distribution, of a list of numbers or of a set of regions. Items of lists go by their names.
    private static (string Path, string? List) SourcePath(JsonObject model, string path)
    {
        Shape shape = SettingCatalogue.Root;
        JsonNode node = model;
        var (whole, list) = ("", (string?)null);
        foreach (var segment in PathSegment.Parse(path)!.TakeWhile(_ => shape is not Setting))
        {
            if (shape is ListShape)
            {
                list ??= whole;
                node = node.AsArray()[Index(node.AsArray(), segment.Text)]!;
                whole = SettingPath.Item(whole, (node as JsonObject)?["name"]?.GetValue<string>() ?? segment.Text);
                shape = PathWalk.Item(shape)!;
            }
            else
            {
                node = node[segment.Text]!;
                whole = SettingPath.Member(whole, segment.Text);
                shape = PathWalk.Member(shape, segment.Text)!;
            }
        }

        return (whole, list);
    }

    // A list, and a value with parts, replaces or completes what stands below only as a whole.
    private static void Place(JsonObject model, JsonObject file, string path)
    {
        Shape shape = SettingCatalogue.Root;
        var (from, to) = ((JsonNode)model, file);
        foreach (var name in PathSegment.Parse(path)!.Select(segment => segment.Text))
        {
            (from, shape) = (from[name]!, PathWalk.Member(shape, name)!);
            if (shape is Setting or ListShape)
            {
                to[name] = from.DeepClone();
                return;
            }

            if (to[name] is not JsonObject next)
            {
                to[name] = next = [];
            }

            to = next;
        }
    }

    private static int Index(JsonArray items, string selector) =>
        int.TryParse(selector, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : items.ToList().FindIndex(item => (item as JsonObject)?["name"]?.GetValue<string>() == selector);

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

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using ProgressionSim.Scenarios.Catalogue;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Fitted;
using ProgressionSim.Scenarios.Paths;
using ProgressionSim.Scenarios.Run;
using ProgressionSim.Scenarios.Trial;

namespace ProgressionSim.Scenarios.Loading;

/// <summary>
/// Turns a scenario file, or the text of one, into a plan: read and merge the files, apply command-line values, fill in defaults, check, resolve, map.
/// Every problem is collected; with any, there is no plan. Does not throw for anything a user can write.
/// </summary>
public static class ScenarioLoader
{
    // Deeper than files (64) and paths on the command line (32) can build together.
    private const int DeepestDocument = 256;

    private static readonly string[] NotForTheRun = ["sources", FittedSettings.Section];

    /// <summary>Loads a scenario.</summary>
    /// <param name="path">The scenario file.</param>
    /// <param name="sets">Texts of the form <c>path=value</c>, applied in order.</param>
    public static ScenarioResult Load(string path, IReadOnlyList<string> sets) => Load(path, sets, []);

    /// <summary>Loads a scenario with further values that win over everything else.</summary>
    /// <param name="path">The scenario file.</param>
    /// <param name="sets">Texts of the form <c>path=value</c>, applied in order.</param>
    /// <param name="overrides">Values applied after those.</param>
    public static ScenarioResult Load(string path, IReadOnlyList<string> sets, IReadOnlyList<ScenarioOverride> overrides)
    {
        var problems = new ProblemList();
        return Load(new LayerReader(path, problems).Read(), Path.GetFileName(path), sets, overrides, problems);
    }

    /// <summary>Loads a scenario that stands on its own, for example one that came over a network: no file is read, whatever it names.</summary>
    /// <param name="utf8">The scenario as JSON in UTF-8.</param>
    /// <param name="name">What messages call it, in place of a file's name.</param>
    /// <param name="sets">Texts of the form <c>path=value</c>, applied in order.</param>
    public static ScenarioResult LoadText(ReadOnlyMemory<byte> utf8, string name, IReadOnlyList<string> sets)
    {
        var problems = new ProblemList();
        return Load(new LayerReader(name, problems).ReadText(utf8.Span), name, sets, [], problems);
    }

    private static ScenarioResult Load(
        DocumentObject? document, string file, IReadOnlyList<string> sets, IReadOnlyList<ScenarioOverride> overrides, ProblemList problems)
    {
        if (document is not null)
        {
            foreach (var change in sets.Select(set => Parse(set, problems)).OfType<ScenarioOverride>().Concat(overrides))
            {
                OverrideApplier.Apply(
                    SettingCatalogue.Root,
                    document,
                    change.Path,
                    change.Value,
                    new SettingOrigin(change.Label, null, null, SettingOrigin.CommandLineLayer),
                    problems);
            }

            ScenarioCompletion.Complete(document);
            ScenarioCheck.Check(document, problems);
        }

        if (document is null || !problems.IsEmpty)
        {
            return new ScenarioResult { File = file, Problems = problems.InOrder() };
        }

        var scenario = Resolve(document);
        var assumptions = AssumptionTable.Build(document);
        var plan = TrialMapping.Enrol(RunMapping.Map(scenario.Configuration, scenario.Sha256, TrialAssumptions.OfRun(assumptions)), scenario.Configuration);
        return new ScenarioResult
        {
            File = file,
            Scenario = scenario,
            Plan = plan,
            Plans = new ScenarioPlans(document, plan, file),
            Trial = TrialMapping.Map(scenario.Configuration, plan, assumptions),
            Experiments = ExperimentMapping.Map(scenario.Configuration, document, plan),
        };
    }

    private static ScenarioOverride? Parse(string set, ProblemList problems)
    {
        var label = $"--set {set}";
        var equals = set.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0)
        {
            return new ScenarioOverride(set[..equals].Trim(), set[(equals + 1)..], label);
        }

        problems.Add(
            new SettingOrigin(label, null, null, SettingOrigin.CommandLineLayer),
            "",
            $"\"{set}\" does not set anything",
            "--set takes a path, an equals sign and a value.",
            "For example --set horizonMonths=60.");
        return null;
    }

    private static ResolvedScenario Resolve(DocumentObject document)
    {
        var canonical = CanonicalJson.Write(document, []);
        var configuration = new ConfigurationBuilder()
            .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(CanonicalJson.Write(document, NotForTheRun))))
            .Build();
        var origins = new Dictionary<string, SettingOrigin>(StringComparer.Ordinal);
        CollectOrigins(document, "", origins);
        return new ResolvedScenario
        {
            Document = JsonNode.Parse(canonical, documentOptions: new JsonDocumentOptions { MaxDepth = DeepestDocument })!.AsObject(),
            Origins = origins,
            CanonicalJson = canonical,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))),
            Configuration = configuration,
        };
    }

    private static void CollectOrigins(DocumentNode node, string path, Dictionary<string, SettingOrigin> origins)
    {
        origins[path] = node.Origin;
        if (node is DocumentObject group)
        {
            foreach (var (name, value) in group.Members.Where(member => !member.Value.IsNull))
            {
                CollectOrigins(value, SettingPath.Member(path, name), origins);
            }
        }
        else if (node is DocumentArray items)
        {
            for (var i = 0; i < items.Items.Count; i++)
            {
                CollectOrigins(items.Items[i], SettingPath.Item(path, i), origins);
            }
        }
    }
}

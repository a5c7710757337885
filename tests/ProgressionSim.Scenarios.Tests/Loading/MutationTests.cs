using System.Text;
using ProgressionSim.Scenarios.Loading;
using ProgressionSim.Scenarios.Validation;

namespace ProgressionSim.Scenarios.Tests.Loading;

/// <summary>Damaged copies of shipped scenarios give a plan or problems, never an exception. Invariant; the seed was chosen before looking.</summary>
public sealed class MutationTests
{
    private const ulong Seed = 20_250_527;
    private const int MutantsPerFile = 400;

    private static readonly string[] Fragments =
    [
        "null", "-1", "0", "1e400", "1e308", "-1e-300", "NaN", "\"\"", "\"text\"", "[]", "{}", "true", "[1, null]", "{ \"bulbar\": 1 }", "{ \"distribution\": \"normal\" }",
        "{ \"distribution\": \"normal\", \"mean\": 1, \"sd\": 1e9 }", "{ \"distribution\": \"gamma\", \"mean\": 1e-9, \"cv\": 31 }", "\"\\ud800\"", ",", "}", "]", "\"", "//", "\u00e9",
        "\"kind\": \"antisense\",", "\"extends\": \"\\u0000\",", "\"extends\": \".\",",
    ];

    public static TheoryData<string> Files => new(
        Directory.EnumerateFiles(ShippedFiles.Folder, "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(ShippedFiles.Folder, file))
            .Where(file => file != "scenario.schema.json" && Path.GetDirectoryName(file) != "expected")
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Files))]
    public void Damage_is_reported(string file)
    {
        var folder = Directory.CreateTempSubdirectory("mutants-");
        try
        {
            CopyAll(folder.FullName);
            var path = Path.Combine(folder.FullName, file);
            var original = File.ReadAllText(path);
            var state = Seed ^ (ulong)original.Length;
            var refused = 0;
            for (var i = 0; i < MutantsPerFile; i++)
            {
                File.WriteAllText(path, Mutate(original, ref state));
                foreach (var entry in new[] { path, Path.Combine(folder.FullName, "early-vs-late.json") })
                {
                    var result = ScenarioLoader.Load(entry, i % 3 == 0 ? [$"seed={Next(ref state) % 9}", Set(ref state)] : []);
                    Assert.Equal(result.Problems.Count == 0, result.Plan is not null);
                    if (!result.Succeeded)
                    {
                        refused++;
                        Assert.DoesNotContain(folder.FullName, ProblemText.Render(result.File, result.Problems), StringComparison.Ordinal);
                    }
                }
            }

            Assert.True(refused > MutantsPerFile / 4, "The mutations must do damage to be a test.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Replaces, removes or repeats one to three stretches of text between separators.
    private static string Mutate(string text, ref ulong state)
    {
        var result = new StringBuilder(text);
        for (var count = 1 + (int)(Next(ref state) % 3); count > 0; count--)
        {
            var starts = Separators(result);
            var start = starts[(int)(Next(ref state) % (ulong)(starts.Count - 1))] + 1;
            var end = starts.Find(at => at >= start);
            end = end == 0 ? result.Length : end;
            switch (Next(ref state) % 4)
            {
                case 0:
                    result.Remove(start, end - start);
                    break;
                case 1:
                    result.Insert(start, result.ToString(start, end - start));
                    break;
                default:
                    result.Remove(start, end - start).Insert(start, Fragments[Next(ref state) % (ulong)Fragments.Length]);
                    break;
            }
        }

        return result.ToString();
    }

    private static List<int> Separators(StringBuilder text) =>
        [.. Enumerable.Range(0, text.Length).Where(i => text[i] is ':' or ',' or '{' or '[' or '}' or ']'), text.Length - 1];

    private static string Set(ref ulong state)
    {
        string[] paths = ["arms", "arms[0]", "arms[0].start", "disease.death.ratePerMonth.bulbar", "population.progressionRate", "treatments.ulefnersen", "a", "..", "[", "arms[late].treatments[0].use"];
        return $"{paths[Next(ref state) % (ulong)paths.Length]}={Fragments[Next(ref state) % (ulong)Fragments.Length]}";
    }

    private static void CopyAll(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(ShippedFiles.Folder, "*.json", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(ShippedFiles.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    // SplitMix64. Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
    private static ulong Next(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

using ProgressionSim.Scenarios.Loading;
using ProgressionSim.Scenarios.Validation;

namespace ProgressionSim.Scenarios.Tests;

/// <summary>A scenario written to a folder of its own, with files it extends and values from the command line.</summary>
internal sealed class WrittenScenario
{
    private readonly Dictionary<string, string> files = new(StringComparer.Ordinal);
    private readonly List<string> sets = [];

    /// <summary>A scenario of the given text.</summary>
    public static WrittenScenario Of(string text) => new WrittenScenario().With("scenario.json", text);

    /// <summary>The smallest scenario, with more settings.</summary>
    public static WrittenScenario Smallest(string moreSettings = "\"seed\": 1") =>
        Of($$"""{ "name": "x", {{moreSettings}}, "arms": [ { "name": "untreated" } ] }""");

    /// <summary>Adds a file.</summary>
    public WrittenScenario With(string path, string text)
    {
        files[path] = text;
        return this;
    }

    /// <summary>Adds a value from the command line.</summary>
    public WrittenScenario Set(string set)
    {
        sets.Add(set);
        return this;
    }

    /// <summary>Loads it.</summary>
    public ScenarioResult Load()
    {
        var folder = Directory.CreateTempSubdirectory("scenario-");
        try
        {
            foreach (var (path, text) in files)
            {
                var file = Path.Combine(folder.FullName, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllText(file, text);
            }

            return ScenarioLoader.Load(Path.Combine(folder.FullName, "scenario.json"), sets);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Loads it and expects a plan.</summary>
    public ScenarioResult Accepted()
    {
        var result = Load();
        Assert.True(result.Succeeded, result.Succeeded ? "" : ProblemText.Render(result.File, result.Problems));
        return result;
    }

    /// <summary>Loads it and expects exactly this message.</summary>
    public void IsRefused(string message)
    {
        var result = Load();
        Assert.Null(result.Plan);
        Assert.Equal(message, ProblemText.Render(result.File, result.Problems).TrimEnd('\n'));
    }
}

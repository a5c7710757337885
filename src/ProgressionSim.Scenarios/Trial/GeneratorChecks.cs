using System.Globalization;
using ProgressionSim.Scenarios.Documents;

namespace ProgressionSim.Scenarios.Trial;

/// <summary>Rules of statistical patients.</summary>
internal static class GeneratorChecks
{
    private const string Path = "trial.generator";

    /// <summary>Reports every problem.</summary>
    public static void Check(TrialView view, ProblemList problems)
    {
        if (view.Generator is not { } generator || generator.Find("kind")?.Text is not { } kind || !GeneratorSettings.Shape.Kinds.ContainsKey(kind))
        {
            return;
        }

        if (generator.Find("lowest") is { Number: { } lowest } node && lowest >= generator.Find("highest")?.Number)
        {
            problems.Wrong(node, $"{Path}.lowest", $"It must be less than highest, which is {generator.Find("highest")!.AsTyped}.");
        }

        var classes = generator.FindArray("classes")?.Items.OfType<DocumentObject>().ToList() ?? [];
        if (kind == GeneratorSettings.LatentClasses)
        {
            CheckClasses(generator, classes, problems);
        }

        foreach (var (name, effect) in generator.FindObject("effects")?.Members ?? [])
        {
            foreach (var part in new[] { "slopeDifferencePerMonth", "hazardRatio" })
            {
                CheckEffect(kind, classes, (effect as DocumentObject)?.Find(part), $"{Path}.effects.{name}.{part}", problems);
            }
        }
    }

    private static void CheckClasses(DocumentObject generator, List<DocumentObject> classes, ProblemList problems)
    {
        var shares = classes.ConvertAll(each => each.Find("share")?.Number);
        if (shares.Count > 0 && shares.TrueForAll(share => share is > 0 and <= 1) && Math.Abs(shares.Sum()!.Value - 1) > 1e-9)
        {
            problems.Add(
                generator.Find("classes")!.Origin,
                $"{Path}.classes",
                string.Create(CultureInfo.InvariantCulture, $"{Path}.classes has shares that add to {shares.Sum():0.######}"),
                "They are shares of all patients, so they must add to 1.");
        }

        for (var i = 0; i < classes.Count; i++)
        {
            if (classes[i].Find("survival") is { } survival && classes[i].Find("logHazard") is not null)
            {
                problems.Wrong(
                    survival,
                    $"{SettingPath.Item($"{Path}.classes", i)}.survival",
                    "The class has a hazard of death already, logHazard.",
                    "Keep one of the two.");
            }
        }
    }

    private static void CheckEffect(string kind, List<DocumentObject> classes, DocumentNode? node, string path, ProblemList problems)
    {
        if (node is not DocumentObject numbers)
        {
            return;
        }

        if (kind != GeneratorSettings.LatentClasses)
        {
            problems.Wrong(numbers, path, "Only latent classes have effects by class; this generator takes one number.");
            return;
        }

        FollowUpChecks.CheckNames(numbers, [.. classes.Select(each => each.Find("name")?.Text).OfType<string>()], "class", path, problems);
    }
}

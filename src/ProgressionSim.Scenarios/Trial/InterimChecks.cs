using System.Globalization;
using ProgressionSim.Scenarios.Documents;

namespace ProgressionSim.Scenarios.Trial;

/// <summary>Rules of looks, stopping and re-estimation.</summary>
internal static class InterimChecks
{
    private const int MostLooks = 20;

    /// <summary>Reports every problem.</summary>
    public static void Check(TrialView view, ProblemList problems)
    {
        if (view.Trial.FindObject("interim") is { } interim)
        {
            CheckLooks(interim, problems);
            CheckParameter(interim, "trial.interim", problems);
            CheckFutility(interim, problems);
            CheckPredictive(interim, problems);
        }

        if (view.Trial.FindObject("reestimation") is { } reestimation)
        {
            CheckReestimation(view, reestimation, problems);
        }
    }

    private static void CheckLooks(DocumentObject interim, ProblemList problems)
    {
        const string path = "trial.interim.looks";
        if (interim.FindArray("looks") is not { Items.Count: > 0 } looks)
        {
            return;
        }

        if (looks.Items.Count > MostLooks)
        {
            problems.Wrong(looks, path, FormattableString.Invariant($"At most {MostLooks} looks are possible."));
        }
        else if (looks.Items[^1] is { Number: > 0 and < 1 } last)
        {
            problems.Wrong(last, SettingPath.Item(path, looks.Items.Count - 1), "The last look is the end of the trial, so it must be 1.", "Add 1 at the end.");
        }
    }

    private static void CheckParameter(DocumentObject group, string path, ProblemList problems)
    {
        var spending = group.Find("spending")?.Text;
        var parameter = group.Find("parameter");
        var takesOne = spending is "hwangShihDeCani" or "kimDeMets";
        if (takesOne && parameter is null)
        {
            var suggestion = spending == "kimDeMets" ? "Write 3 for hardly anything early, 1 for even spending." : "Write -4 for hardly anything early, 1 for about as much at each look.";
            problems.Add(group.Origin, $"{path}.parameter", $"{path}.parameter is missing", $"The spending function \"{spending}\" needs it.", suggestion);
        }
        else if (!takesOne && parameter is not null && spending is not null)
        {
            problems.Wrong(parameter, $"{path}.parameter", $"The spending function \"{spending}\" has no parameter.", "Leave it out.");
        }
        else if (spending == "kimDeMets" && parameter?.Number <= 0)
        {
            problems.Wrong(parameter, $"{path}.parameter", "It is an exponent of Kim and DeMets, so it must be a number more than 0 and at most 50.");
        }
        else if (spending == "hwangShihDeCani" && parameter?.Number > 40)
        {
            problems.Wrong(parameter, $"{path}.parameter", "It is the parameter of Hwang, Shih and DeCani, so it must be a number from -40 to 40.");
        }
    }

    private static void CheckFutility(DocumentObject interim, ProblemList problems)
    {
        const string path = "trial.interim.futility";
        if (interim.FindObject("futility") is not { } futility)
        {
            return;
        }

        var byPower = futility.Find("conditionalPowerBelow");
        if (byPower is null && futility.Find("spending") is null)
        {
            problems.Add(
                futility.Origin,
                path,
                $"{path} does not say when to stop",
                "It is by spending the type II error, with spending and power, or by conditional power, with conditionalPowerBelow.",
                """For a stop at a conditional power below 10 %, write { "conditionalPowerBelow": 0.1 }.""");
        }
        else if (byPower is null && futility.Find("power") is null)
        {
            problems.Add(
                futility.Origin,
                $"{path}.power",
                $"{path}.power is missing",
                "Spending the type II error needs the power it is 1 minus of.",
                "For 80 %, write 0.8.");
        }

        foreach (var name in new[] { "spending", "parameter", "power" })
        {
            if (byPower is not null && futility.Find(name) is { } node)
            {
                problems.Wrong(
                    node,
                    $"{path}.{name}",
                    "It goes with spending the type II error, and conditionalPowerBelow is the other way to stop.",
                    "Keep one of the two.");
            }
        }

        if (byPower is null && futility.Find("power") is { Number: > 0 and <= 0.5 } low)
        {
            problems.Wrong(low, $"{path}.power", "It is the power that is planned for, so it must be more than 0.5.", "For 80 %, write 0.8.");
        }

        if (byPower is null)
        {
            CheckParameter(futility, path, problems);
        }
    }

    private static void CheckPredictive(DocumentObject interim, ProblemList problems)
    {
        if (interim.FindObject("predictive") is not { } predictive)
        {
            return;
        }

        if (interim.Find("futility") is { } futility)
        {
            problems.Wrong(
                futility,
                "trial.interim.futility",
                "Stopping by predictive probability has a futility of its own, futilityBelow.",
                "Keep one of the two.");
        }

        if (interim.Find("spending") is { Origin.IsDefault: false } spending)
        {
            problems.Wrong(
                spending,
                "trial.interim.spending",
                "Stopping by predictive probability has no boundary to spend error on.",
                "Leave it out, or leave out predictive.");
        }

        if (predictive.Find("futilityBelow") is { Number: { } low } node && low >= predictive.Find("successAbove")?.Number)
        {
            problems.Wrong(
                node,
                "trial.interim.predictive.futilityBelow",
                $"It must be less than successAbove, which is {predictive.Find("successAbove")!.AsTyped}.");
        }
    }

    private static void CheckReestimation(TrialView view, DocumentObject reestimation, ProblemList problems)
    {
        const string path = "trial.reestimation";
        if (reestimation.Find("maximumPatients") is { Number: { } most } node && most < view.Patients)
        {
            problems.Wrong(
                node,
                $"{path}.maximumPatients",
                string.Create(CultureInfo.InvariantCulture, $"Re-estimation never takes fewer patients than planned, so it must be at least {view.Patients:0}, trial.patients."));
        }

        var primary = (view.Trial.FindArray("endpoints")?.Items ?? []).OfType<DocumentObject>()
            .FirstOrDefault(endpoint => endpoint.Find("name")?.Text is { } name && name == view.Trial.Find("primary")?.Text);
        if (primary?.Find("analysis")?.Text is { } name && EndpointSettings.Analyses.TryGetValue(name, out var analysis) && !analysis.NeedsMeasure())
        {
            problems.Wrong(
                reestimation,
                path,
                $"It looks at the spread of changes of the primary endpoint's measure, and \"{view.Trial.Find("primary")!.Text}\" has none.",
                "Leave it out, or name a primary endpoint with a measure.");
        }
    }
}

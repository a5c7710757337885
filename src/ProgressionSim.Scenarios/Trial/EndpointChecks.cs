using System.Globalization;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Statistics.MixedModels;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Scenarios.Trial;

/// <summary>Rules of endpoints: each has what its analysis needs, and what it has can be seen in the trial.</summary>
internal static class EndpointChecks
{
    /// <summary>Reports every problem.</summary>
    public static void Check(TrialView view, ProblemList problems)
    {
        var endpoints = view.Trial.FindArray("endpoints")?.Items ?? [];
        for (var i = 0; i < endpoints.Count; i++)
        {
            if (endpoints[i] is DocumentObject endpoint)
            {
                CheckEndpoint(view, endpoint, SettingPath.Item("trial.endpoints", i), problems);
            }
        }

        if (view.Trial.Find("primary") is { } primary)
        {
            TrialChecks.CheckName(primary, "trial.primary", "endpoint", view.EndpointNames, problems);
        }
    }

    private static void CheckEndpoint(TrialView view, DocumentObject endpoint, string path, ProblemList problems)
    {
        var measure = CheckMeasure(view, endpoint.Find("measure"), $"{path}.measure", problems);
        EventChecks.Check(view, endpoint.Find("event"), $"{path}.event", problems);
        MeasureChecks.CheckConditions(view, endpoint.FindArray("responder"), ConditionSettings.Plain.Keys, atBaseline: false, $"{path}.responder", problems);
        CheckCovariates(view, endpoint, path, problems);
        var hasVisit = CheckWeek(view, endpoint.Find("atWeek"), $"{path}.atWeek", problems);
        if (endpoint.Find("logarithm") is { } logarithm && measure is not null && Flag(logarithm) && measure.Number != MeasureCatalogue.Neurofilament)
        {
            problems.Wrong(
                logarithm,
                $"{path}.logarithm",
                $"Values of {measure.Name} can be 0, which has no logarithm; only neurofilamentPgPerMl is analysed so.");
        }

        if (endpoint.Find("analysis") is { Text: { } name } node && EndpointSettings.Analyses.TryGetValue(name, out var analysis))
        {
            CheckParts(endpoint, analysis, name, path, problems);
            CheckDeaths(endpoint, analysis, name, measure, path, problems);
            CheckAnalysis(view, endpoint, node, analysis, hasVisit, path, problems);
        }
    }

    private static void CheckParts(DocumentObject endpoint, AnalysisMethod analysis, string name, string path, ProblemList problems)
    {
        Part("measure", "a measure taken at visits", analysis.NeedsMeasure(), """For the ALSFRS-R total, write "measure": "alsfrsTotal".""");
        Part("event", "an event", analysis.NeedsEvent(), """For survival free of permanent ventilation, write "event": "deathOrVentilation".""");
        Part("responder", "conditions that make a responder", analysis.NeedsResponder(), """For no decline, write "responder": [ { "measure": "alsfrsChange", "atLeast": 0 } ].""");

        void Part(string part, string what, bool isNeeded, string suggestion)
        {
            if (isNeeded && endpoint.Find(part) is null)
            {
                problems.Add(endpoint.Origin, $"{path}.{part}", $"{path}.{part} is missing", $"The analysis \"{name}\" needs {what}.", suggestion);
            }
            else if (!isNeeded && endpoint.Find(part) is { } node)
            {
                problems.Wrong(node, $"{path}.{part}", $"The analysis \"{name}\" has no use for {what}.", "Leave it out, or choose another analysis.");
            }
        }
    }

    private static TrialMeasure? CheckMeasure(TrialView view, DocumentNode? node, string path, ProblemList problems)
    {
        if (MeasureChecks.Check(view, node, path, problems) is not { } measure)
        {
            return null;
        }

        switch (measure.Source)
        {
            case MeasureSource.Visit:
                return measure;
            case MeasureSource.ChangeFromBaseline:
                var value = TrialMeasureNames.All.First(each => each.Source == MeasureSource.Visit && each.Number == measure.Number).Name;
                problems.Wrong(node!, path, "Analyses take the change from baseline themselves, so the measure is the value.", $"Write \"{value}\".");
                return null;
            default:
                problems.Wrong(node!, path, "It is known at baseline and does not change, so it cannot be an endpoint.");
                return null;
        }
    }

    private static void CheckCovariates(TrialView view, DocumentObject endpoint, string path, ProblemList problems)
    {
        var covariates = endpoint.FindArray("covariates")?.Items ?? [];
        for (var i = 0; i < covariates.Count; i++)
        {
            var itemPath = SettingPath.Item($"{path}.covariates", i);
            if (MeasureChecks.CheckAtBaseline(view, covariates[i], itemPath, problems) is not { } measure)
            {
                continue;
            }

            if (measure.Is(BaselineQuantity.Site) || (measure.Is(BaselineQuantity.Subgroup) && view.LevelsOf(measure) > 2))
            {
                problems.Wrong(
                    covariates[i],
                    itemPath,
                    "Its numbers only name something, so they cannot be adjusted for as a quantity.",
                    "Stratify by it in trial.recruitment.stratifyBy.");
            }
            else if (measure.Is(BaselineQuantity.MonthsSinceSymptomOnset) && !view.EnrolsAfterSymptoms)
            {
                problems.Wrong(
                    covariates[i],
                    itemPath,
                    "Patients may be enrolled before symptoms, and some never have any, so it is not a number for everybody.");
            }
            else if (measure.Name == endpoint.Find("measure")?.Text)
            {
                problems.Wrong(covariates[i], itemPath, "The baseline value of the endpoint's own measure is adjusted for anyway.", "Leave it out.");
            }
        }

        if (covariates.Count > 0 && endpoint.Find("analysis")?.Text is { } name && EndpointSettings.Analyses.TryGetValue(name, out var analysis) && !analysis.Adjusts())
        {
            var adjusting = EndpointSettings.Analyses.Where(each => each.Value.Adjusts()).Select(each => each.Key);
            problems.Wrong(
                endpoint.Find("covariates")!,
                $"{path}.covariates",
                $"The analysis \"{name}\" adjusts for nothing; {string.Join(", ", adjusting)} do.");
        }
    }

    private static bool CheckWeek(TrialView view, DocumentNode? node, string path, ProblemList problems)
    {
        if (node is not { Number: { } week } || !view.HasGoodWeeks || week <= 0)
        {
            return false;
        }

        if (view.Weeks.Contains(week))
        {
            return true;
        }

        var after = string.Join(", ", view.Weeks.Where(each => each > 0).Select(each => each.ToString(CultureInfo.InvariantCulture)));
        problems.Wrong(
            node,
            path,
            $"There is no visit in that week; visits after baseline are in weeks {after}.",
            week > view.LastWeek ? "Follow-up ends with the last visit." : "");
        return false;
    }

    private static void CheckDeaths(DocumentObject endpoint, AnalysisMethod analysis, string name, TrialMeasure? measure, string path, ProblemList problems)
    {
        if (endpoint.Find("deaths") is not { Text: "zero" } deaths)
        {
            return;
        }

        var rule = "";
        if (!analysis.NeedsMeasure() || analysis.CombinesEventAndMeasure())
        {
            rule = $"The analysis \"{name}\" deals with deaths in its own way.";
        }
        else if (measure is { HigherIsBetter: false } || Flag(endpoint.Find("logarithm")))
        {
            rule = $"0 would be the best value of {measure?.Name ?? "the measure"}, so it cannot stand for death.";
        }

        if (rule.Length > 0)
        {
            problems.Wrong(deaths, $"{path}.deaths", rule, """Write "missing", or an analysis that ranks deaths below everything, such as "jointRank".""");
        }
    }

    private static void CheckAnalysis(TrialView view, DocumentObject endpoint, DocumentNode node, AnalysisMethod analysis, bool hasVisit, string path, ProblemList problems)
    {
        if (analysis == AnalysisMethod.StratifiedLogRank && view.Trial.FindObject("recruitment")?.FindArray("stratifyBy") is { Items.Count: 0 })
        {
            problems.Wrong(node, $"{path}.analysis", "The trial has no strata.", """Write "logRank", or factors in trial.recruitment.stratifyBy.""");
        }

        if (hasVisit && analysis == AnalysisMethod.Mmrm && view.Weeks.Count(week => week > 0 && week <= endpoint.Find("atWeek")!.Number) > RepeatedMeasuresModel.MaximumVisits)
        {
            problems.Wrong(
                node,
                $"{path}.analysis",
                $"A repeated measures model takes at most {RepeatedMeasuresModel.MaximumVisits} visits after baseline.",
                """Take fewer visits, an earlier atWeek, or write "randomSlope".""");
        }

        if (analysis == AnalysisMethod.JointModel && endpoint.Find("event")?.Text is { } joined and not ("death" or "deathOrVentilation"))
        {
            problems.Wrong(endpoint.Find("event")!, $"{path}.event", "The joint model is one of function and death.", $"Write \"deathOrVentilation\" instead of \"{joined}\".");
        }

        if (hasVisit && analysis.NeedsThreeVisits() && view.Weeks.Count(week => week > 0 && week <= endpoint.Find("atWeek")!.Number) < 2)
        {
            problems.Wrong(
                node,
                $"{path}.analysis",
                "Slopes that differ between patients cannot be told from noise with fewer than two visits after baseline.",
                """Add visits, or write "ancova".""");
        }
    }

    private static bool Flag(DocumentNode? node) => node is DocumentValue { Kind: System.Text.Json.JsonValueKind.True };
}

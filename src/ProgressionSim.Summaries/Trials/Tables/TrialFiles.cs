using ProgressionSim.Summaries.Tables;
using ProgressionSim.Summaries.Trials.Texts;
using ProgressionSim.Trials.Analyses;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Summaries.Trials.Tables;

/// <summary>The tables of trials as files. Low and high are limits of 95 % Monte Carlo intervals.</summary>
internal static class TrialFiles
{
    /// <summary>endpoints.csv, course.csv, arms.csv and looks.csv of some designs, one under the other.</summary>
    public static IReadOnlyList<TableFile> Of(IReadOnlyList<OperatingCharacteristics> designs) => [Endpoints(designs), Course(designs), Arms(designs), Looks(designs), Analyses(designs)];

    /// <summary>sizes.csv, path.csv and curves.csv of a sample size.</summary>
    public static IReadOnlyList<TableFile> Of(SampleSizeResult found)
    {
        var path = new CsvText("batch", "patients", "trials", "successes", "share");
        for (var i = 0; i < found.Path.Count; i++)
        {
            var point = found.Path[i];
            path.Cell(i + 1).Cell(point.Patients).Cell(point.Trials).Cell(point.Successes).Cell(point.Share).EndRow();
        }

        return [Sizes([found]), path.ToFile("path.csv"), Curves([(found.Design.Name, found.Curve)])];
    }

    /// <summary>sizes.csv: one row a sample size.</summary>
    public static TableFile Sizes(IEnumerable<SampleSizeResult> sizes)
    {
        var csv = new CsvText(
            "design", "targetPower", "status", "patients", "estimate", "standardError", "low", "high", "checkPower", "checkPowerLow", "checkPowerHigh", "checkTypeIError", "checkTypeIErrorLow", "checkTypeIErrorHigh");
        foreach (var size in sizes)
        {
            Limits(csv.Cell(size.Design.Name).Cell(size.TargetPower).Cell(size.Status.ToString()).Cell(size.Patients).Cell(size.Estimate.Value).Cell(size.Estimate.StandardError)
                .Cell(size.Estimate.Low).Cell(size.Estimate.High), size.Check);
            Limits(csv, size.CheckNull).EndRow();
        }

        return csv.ToFile("sizes.csv");
    }

    /// <summary>curves.csv: power by number of patients.</summary>
    public static TableFile Curves(IEnumerable<(string Design, IReadOnlyList<PowerCurvePoint> Points)> curves)
    {
        var csv = new CsvText("design", "patients", "power", "low", "high");
        foreach (var (design, points) in curves)
        {
            foreach (var point in points)
            {
                csv.Cell(design).Cell(point.Patients).Cell(point.Power).Cell(point.Low).Cell(point.High).EndRow();
            }
        }

        return csv.ToFile("curves.csv");
    }

    private static TableFile Endpoints(IReadOnlyList<OperatingCharacteristics> designs)
    {
        var csv = new CsvText(
            "design", "hypothesis", "endpoint", "arm", "primary", "analysis", "effectName", "rejected", "rejectedLow", "rejectedHigh", "rejectedForHarm", "rejectedForHarmLow", "rejectedForHarmHigh",
            "effect", "effectLow", "effectHigh", "truth", "truthLow", "truthHigh", "bias", "biasLow", "biasHigh", "coverage", "coverageLow", "coverageHigh",
            "effectSd", "reportedStandardError", "notEstimable", "notConverged", "fellBack");
        foreach (var (found, under, of) in Each(designs).SelectMany(each => each.Under.Endpoints.Select(of => (each.Found, each.Under, of))))
        {
            var about = AnalysisCatalogue.Of(found.Design.Endpoints[of.Endpoint]);
            csv.Cell(found.Design.Name).Cell(Name(under)).Cell(found.Design.Endpoints[of.Endpoint].Name).Cell(found.Design.Arms[of.Arm].Name)
                .Cell(of.Endpoint == found.Design.Primary ? 1 : 0).Cell(TrialWords.MethodName(about.Method)).Cell(about.EffectName);
            Limits(Limits(Limits(csv, of.Rejected), of.RejectedForHarm), of.Effect);
            Limits(Limits(Limits(csv, of.Truth), of.Bias), of.Coverage)
                .Cell(of.EffectSd).Cell(of.ReportedStandardError).Cell(of.NotEstimable).Cell(of.NotConverged).Cell(of.FellBack).EndRow();
        }

        return csv.ToFile("endpoints.csv");
    }

    private static TableFile Course(IReadOnlyList<OperatingCharacteristics> designs)
    {
        var csv = new CsvText("design", "hypothesis", "quantity", "mean", "low", "high");
        foreach (var (found, under) in Each(designs))
        {
            void Row(string quantity, SimulatedValue value) => Limits(csv.Cell(found.Design.Name).Cell(Name(under)).Cell(quantity), value).EndRow();

            Row("success", under.Success);
            Row("rejected", under.Rejected);
            Row("randomised", under.Course.Randomised);
            Row("screened", under.Course.Screened);
            Row("recruitmentMonths", under.Course.RecruitmentMonths);
            Row("durationMonths", under.Course.DurationMonths);
            Row("missedVisits", under.Course.MissedVisits);
        }

        return csv.ToFile("course.csv");
    }

    private static TableFile Arms(IReadOnlyList<OperatingCharacteristics> designs)
    {
        var csv = new CsvText("design", "hypothesis", "arm", "randomised", "randomisedLow", "randomisedHigh", "deaths", "deathsLow", "deathsHigh", "dropouts", "dropoutsLow", "dropoutsHigh", "rescued", "rescuedLow", "rescuedHigh");
        foreach (var (found, under, arm) in Each(designs).SelectMany(each => each.Under.Course.Arms.Select(arm => (each.Found, each.Under, arm))))
        {
            csv.Cell(found.Design.Name).Cell(Name(under)).Cell(found.Design.Arms[arm.Arm].Name);
            Limits(Limits(Limits(Limits(csv, arm.Randomised), arm.Deaths), arm.Dropouts), arm.Rescued).EndRow();
        }

        return csv.ToFile("arms.csv");
    }

    private static TableFile Looks(IReadOnlyList<OperatingCharacteristics> designs)
    {
        var csv = new CsvText(
            "design", "hypothesis", "look", "informationFraction", "successBound", "futilityBound", "reached", "reachedLow", "reachedHigh", "success", "successLow", "successHigh",
            "harm", "harmLow", "harmHigh", "futility", "futilityLow", "futilityHigh", "months", "monthsLow", "monthsHigh", "randomised", "randomisedLow", "randomisedHigh");
        foreach (var (found, under) in Each(designs))
        {
            for (var i = 0; i < under.Looks.Count; i++)
            {
                var look = under.Looks[i];
                csv.Cell(found.Design.Name).Cell(Name(under)).Cell(i + 1).Cell(look.InformationFraction).Cell(look.SuccessBound).Cell(look.FutilityBound);
                Limits(Limits(Limits(Limits(Limits(Limits(csv, look.Reached), look.Success), look.Harm), look.Futility), look.Months), look.Randomised).EndRow();
            }
        }

        return csv.ToFile("looks.csv");
    }

    private static TableFile Analyses(IReadOnlyList<OperatingCharacteristics> designs)
    {
        var csv = new CsvText("design", "endpoint", "analysis", "name", "effectName", "estimand", "deaths", "missing", "rescue", "warning");
        foreach (var (found, endpoint) in designs.SelectMany(found => found.Design.Endpoints.Select(endpoint => (found, endpoint))))
        {
            var about = AnalysisCatalogue.Of(endpoint);
            csv.Cell(found.Design.Name).Cell(endpoint.Name).Cell(TrialWords.MethodName(about.Method)).Cell(about.Name).Cell(about.EffectName).Cell(about.Estimand)
                .Cell(about.Deaths).Cell(about.Missing).Cell(about.Rescue).Cell(about.Warning).EndRow();
        }

        return csv.ToFile("analyses.csv");
    }

    private static IEnumerable<(OperatingCharacteristics Found, HypothesisCharacteristics Under)> Each(IReadOnlyList<OperatingCharacteristics> designs) =>
        designs.SelectMany(found => new[] { (found, found.Alternative), (found, found.Null) });

    private static string Name(HypothesisCharacteristics under) => under.Hypothesis == Hypothesis.Null ? "null" : "alternative";

    private static CsvText Limits(CsvText csv, SimulatedValue? value) => csv.Cell(value?.Value).Cell(value?.Low).Cell(value?.High);
}

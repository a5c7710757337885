using System.Globalization;
using ProgressionSim.Summaries.Findings;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Summaries.Trials.Texts;

/// <summary>The answer of a comparison of designs and the findings that support it.</summary>
internal static class ComparisonText
{
    /// <summary>Path of the setting that says when patients are enrolled.</summary>
    private const string EnrolmentPath = "population.enrolmentMonths";

    /// <summary>Names of the designs.</summary>
    public static string Names(DesignComparison found) => Words.List([.. found.Designs.Select(each => each.Design.Name)]);

    /// <summary>Months from symptom onset to enrolment as the scenario says it; null where it does not.</summary>
    public static string? EnrolmentMonths(TrialDesign design) => design.Assumptions.FirstOrDefault(assumption => assumption.Path == EnrolmentPath)?.Value;

    /// <summary>True when at least one design says when its patients are enrolled.</summary>
    public static bool HasEnrolment(DesignComparison found) => found.Designs.Any(each => EnrolmentMonths(each.Design) is not null);

    /// <summary>Power of each design and, when asked for, the patients each takes.</summary>
    public static string Answer(DesignComparison found)
    {
        var power = string.Join("; ", found.Designs.Select(each =>
            $"{each.Design.Name} ({NumberText.Count(each.Design.Patients)} patients{(EnrolmentMonths(each.Design) is { } months && double.TryParse(months, CultureInfo.InvariantCulture, out _) ? $", enrolled {months} months after symptom onset" : "")}) {TrialWords.PercentWithInterval(each.Alternative.Success)}"));
        var sizes = double.IsFinite(found.TargetPower)
            ? $" For a power of {TrialWords.Share(found.TargetPower)} they take: {string.Join("; ", found.Designs.Zip(found.Sizes).Where(pair => pair.Second is not null).Select(pair => $"{pair.First.Design.Name} {TrialWords.Size(pair.Second!)}"))} patients."
            : "";
        return $"In this model and under these assumptions, the share of trials that show a benefit (power) with its 95 % Monte Carlo interval is: {power}.{sizes}";
    }

    /// <summary>What supports the answer.</summary>
    public static IReadOnlyList<string> Findings(DesignComparison found)
    {
        var findings = new List<string>();
        var ordered = found.Designs.OrderByDescending(each => each.Alternative.Success.Value).ToArray();
        var (best, worst) = (ordered[0], ordered[^1]);
        var difference = best.Alternative.Success.Value - worst.Alternative.Success.Value;
        var error = Math.Sqrt(Math.Pow(best.Alternative.Success.StandardError, 2) + Math.Pow(worst.Alternative.Success.StandardError, 2));
        findings.Add(difference > 2 * error
            ? $"The largest gap is between {best.Design.Name} and {worst.Design.Name}: {NumberText.Fixed(100 * difference, 1)} percentage points of power (standard error at most {NumberText.Fixed(100 * error, 1)})."
            : $"No gap in power goes beyond simulation noise; the largest, between {best.Design.Name} and {worst.Design.Name}, is {NumberText.Fixed(100 * difference, 1)} percentage points (standard error at most {NumberText.Fixed(100 * error, 1)}).");
        findings.Add($"If the treatment did nothing: {string.Join(", ", found.Designs.Select(each => $"{each.Design.Name} rejects in {TrialWords.PercentWithInterval(each.Null.Rejected)} ({TrialWords.Share(each.Design.Alpha)} allowed)"))}.");
        findings.Add($"Mean time to the deciding analysis: {string.Join(", ", found.Designs.Select(each => $"{each.Design.Name} {TrialWords.Mean(each.Alternative.Course.DurationMonths)} months with {TrialWords.Mean(each.Alternative.Course.Randomised)} patients randomised"))}.");
        findings.Add($"Primary endpoints: {string.Join("; ", found.Designs.Select(each => $"{each.Design.Name} {TrialWords.Primary(each.Design)}"))}.");
        return findings;
    }

    /// <summary>Finding in a sentence without a full stop.</summary>
    public static string Headline(DesignComparison found) =>
        "Power at each design's own size: " + string.Join(", ", found.Designs.Select(each => $"{each.Design.Name} {TrialWords.Percent(each.Alternative.Success)} with {NumberText.Count(each.Design.Patients)} patients"));
}

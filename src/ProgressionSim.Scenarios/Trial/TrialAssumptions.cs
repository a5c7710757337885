using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Scenarios.Trial;

/// <summary>Which settings of a scenario count for a run and which for a trial.</summary>
internal static class TrialAssumptions
{
    private static readonly string[] OfRunsAlone = ["patients", "horizonMonths", "monthsBeforeOrigin", "reportFrom"];

    /// <summary>Settings that count for a run: all but those of the trial, whose enrolment is that of the run too.</summary>
    public static IReadOnlyList<Assumption> OfRun(IReadOnlyList<Assumption> all) =>
        [.. all.Where(assumption => !IsOfTrial(assumption) || IsBelow(assumption, "trial.enrolment"))];

    /// <summary>Settings that count for a trial: its own with those of the disease model, or with the seed alone when a generator stands in for that.</summary>
    public static IReadOnlyList<Assumption> OfTrial(IReadOnlyList<Assumption> all, bool hasGenerator) =>
        [.. all.Where(assumption => IsOfTrial(assumption)
            || (hasGenerator ? assumption.Path == "seed" : !OfRunsAlone.Contains(assumption.Path, StringComparer.Ordinal)))];

    private static bool IsOfTrial(Assumption assumption) => IsBelow(assumption, TrialSettings.Section);

    private static bool IsBelow(Assumption assumption, string group) => assumption.Path.StartsWith(group + ".", StringComparison.Ordinal);
}

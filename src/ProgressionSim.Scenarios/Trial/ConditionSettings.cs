using ProgressionSim.Scenarios.Settings;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Scenarios.Trial;

/// <summary>Settings of conditions on measures.</summary>
internal static class ConditionSettings
{
    /// <summary>The limits of rules of eligibility.</summary>
    public static IReadOnlyDictionary<string, Comparison> Screening { get; } = new Dictionary<string, Comparison>(StringComparer.Ordinal)
    {
        ["min"] = Comparison.AtLeast,
        ["max"] = Comparison.AtMost,
        ["below"] = Comparison.Below,
        ["above"] = Comparison.Above,
        ["is"] = Comparison.Is,
    };

    /// <summary>The limits of rescue, events and responders.</summary>
    public static IReadOnlyDictionary<string, Comparison> Plain { get; } = new Dictionary<string, Comparison>(StringComparer.Ordinal)
    {
        ["below"] = Comparison.Below,
        ["atMost"] = Comparison.AtMost,
        ["atLeast"] = Comparison.AtLeast,
        ["above"] = Comparison.Above,
        ["is"] = Comparison.Is,
    };

    /// <summary>Name of a measure.</summary>
    /// <param name="meaning">What it is for, in a sentence.</param>
    public static Setting Measure(string meaning) => new(meaning, SettingKind.Measure, SettingUnit.Text)
    {
        Choices = TrialMeasureNames.Names,
        Advice = "Measures are those of a run such as \"alsfrsTotal\", changes such as \"alsfrsChange\", and what is known at baseline such as \"ageYears\".",
    };

    /// <summary>Members of a condition.</summary>
    /// <param name="limits">Its limits.</param>
    /// <param name="isRequired">True when the measure must be named.</param>
    public static IEnumerable<Member> Members(IReadOnlyDictionary<string, Comparison> limits, bool isRequired) =>
        limits.Select(limit => new Member(limit.Key, Limit(limit.Value)))
            .Prepend(new Member("measure", Measure("Measure that is looked at."), isRequired));

    /// <summary>A list of conditions, all of which must hold.</summary>
    /// <param name="meaning">What it holds.</param>
    /// <param name="limits">Limits of its conditions.</param>
    public static ListShape List(string meaning, IReadOnlyDictionary<string, Comparison> limits) =>
        new(meaning, new ObjectShape("A condition on a measure; all its limits must hold.", [.. Members(limits, isRequired: true)]), "condition", 1, 20);

    private static Setting Limit(Comparison comparison) => comparison == Comparison.Is
        ? new("The value is equal to this: a number, or the name of a subgroup.", SettingKind.NumberOrName, SettingUnit.Limit) { Range = Range }
        : new(Meaning(comparison), SettingKind.Number, SettingUnit.Limit) { Range = Range };

    private static NumberRange Range { get; } = NumberRange.Between(-1e9, 1e9);

    private static string Meaning(Comparison comparison) => comparison switch
    {
        Comparison.Below => "The value is less than this.",
        Comparison.AtMost => "The value is at most this.",
        Comparison.AtLeast => "The value is at least this.",
        _ => "The value is more than this.",
    };
}

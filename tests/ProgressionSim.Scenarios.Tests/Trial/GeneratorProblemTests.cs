namespace ProgressionSim.Scenarios.Tests.Trial;

/// <summary>Statistical patients. Exact: whole messages.</summary>
public sealed class GeneratorProblemTests
{
    private const string Line = "\"interceptMean\": 38, \"interceptSd\": 5, \"slopeMean\": -1, \"slopeSd\": 0.6, \"residualSd\": 2";

    [Fact]
    public void A_generator_of_no_kind() => WrittenTrial.Generated("""{ "slopeMean": -1 }""", Arms()).IsRefused(
        11,
        "trial.generator.kind is missing",
        """It says which settings belong here and must be one of "randomSlope", "sharedParameter", "latentClasses".""");

    [Fact]
    public void An_unknown_kind() => WrittenTrial.Generated("""{ "kind": "randomSlop" }""", Arms()).IsRefused(
        11,
        """trial.generator.kind is "randomSlop" """.TrimEnd(),
        """It must be one of "randomSlope", "sharedParameter", "latentClasses".""",
        """Did you mean "randomSlope"?""");

    [Fact]
    public void A_setting_of_another_kind() => WrittenTrial.Generated(WrittenTrial.RandomSlope(", \"logHazard\": -3")).IsRefused(
        11,
        "trial.generator.logHazard is not a known setting",
        "Known here: kind, interceptMean, interceptSd, slopeMean, slopeSd, correlation, residualSd, survival, effects, lowest, highest, wholePoints.");

    [Fact]
    public void A_setting_that_is_missing() => WrittenTrial.Generated($$"""{ "kind": "sharedParameter", {{Line}}, "logHazard": -3, "effects": { "slower": {} } }""").IsRefused(
        11,
        "trial.generator.association is missing",
        "It has no default. Change of the log hazard of death for each point of the patient's line at the time.");

    [Fact]
    public void A_correlation_above_one() => WrittenTrial.Generated(WrittenTrial.RandomSlope(", \"correlation\": 1.2")).IsRefused(
        11,
        "trial.generator.correlation is 1.2",
        "It is a correlation, so it must be a number from -1 to 1.");

    [Fact]
    public void Limits_the_wrong_way_round() => WrittenTrial.Generated(WrittenTrial.RandomSlope(", \"lowest\": 48, \"highest\": 0")).IsRefused(
        11,
        "trial.generator.lowest is 48",
        "It must be less than highest, which is 0.");

    [Fact]
    public void Shares_that_do_not_add_to_one() => WrittenTrial.Generated(Classes("", 0.5)).IsRefused(
        11,
        "trial.generator.classes has shares that add to 0.9",
        "They are shares of all patients, so they must add to 1.");

    [Fact]
    public void Two_hazards_of_a_class() => WrittenTrial.Generated(Classes(", \"logHazard\": -3, \"survival\": { \"medianMonths\": 20 }")).IsRefused(
        11,
        "trial.generator.classes[1].survival is an object",
        "The class has a hazard of death already, logHazard.",
        "Keep one of the two.");

    [Fact]
    public void An_effect_on_a_class_that_is_not_there() => WrittenTrial.Generated(Classes("", slower: """{ "hazardRatio": { "slow": 1, "fats": 0.5, "fast": 0.5 } }""")).IsRefused(
        11,
        "trial.generator.effects.slower.hazardRatio.fats belongs to no class",
        """There are "slow", "fast".""",
        """Did you mean "fast"?""");

    [Fact]
    public void An_effect_on_some_classes() => WrittenTrial.Generated(Classes("", slower: """{ "slopeDifferencePerMonth": { "slow": 0.5 } }""")).IsRefused(
        11,
        "trial.generator.effects.slower.slopeDifferencePerMonth.fast is missing",
        "A number is needed for each class, or one for all.");

    [Fact]
    public void An_effect_by_class_without_classes() => WrittenTrial
        .Generated($$"""{ "kind": "randomSlope", {{Line}}, "effects": { "slower": { "hazardRatio": { "slow": 0.5 } } } }""")
        .IsRefused(
            11,
            "trial.generator.effects.slower.hazardRatio is an object",
            "Only latent classes have effects by class; this generator takes one number.");

    [Fact]
    public void A_hazard_ratio_of_zero() => WrittenTrial.Generated(Classes("", slower: """{ "hazardRatio": 0 }""")).IsRefused(
        11,
        "trial.generator.effects.slower.hazardRatio is 0",
        "It is a ratio of hazards, so it must be a number from 0.000001 to 1,000,000.");

    private static (string Name, string Json) Arms() => ("arms", """[ { "name": "placebo" }, { "name": "active" } ]""");

    private static string Classes(string more, double slow = 0.6, string slower = "{}") => FormattableString.Invariant(
        $$"""{ "kind": "latentClasses", "classes": [ { "name": "slow", "share": {{slow}}, {{Line}} }, { "name": "fast", "share": 0.4, {{Line}}{{more}} } ], "effects": { "slower": {{slower}} } }""");
}

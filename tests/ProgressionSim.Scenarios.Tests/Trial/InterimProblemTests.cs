namespace ProgressionSim.Scenarios.Tests.Trial;

/// <summary>Looks, stopping and re-estimation. Exact: whole messages.</summary>
public sealed class InterimProblemTests
{
    [Fact]
    public void A_look_after_the_end() => Looking("""{ "looks": [0.5, 1.2] }""").IsRefused(
        11,
        "trial.interim.looks[1] is 1.2",
        "It is a fraction, so it must be a number more than 0 and at most 1.",
        "For a look at half of the patients and one at the end, write [0.5, 1].");

    [Fact]
    public void Looks_that_do_not_rise() => Looking("""{ "looks": [0.5, 0.4, 1] }""").IsRefused(
        11,
        "trial.interim.looks[1] is 0.4",
        "It must be more than the number before it.");

    [Fact]
    public void No_look_at_the_end() => Looking("""{ "looks": [0.5, 0.8] }""").IsRefused(
        11,
        "trial.interim.looks[1] is 0.8",
        "The last look is the end of the trial, so it must be 1.",
        "Add 1 at the end.");

    [Fact]
    public void A_function_without_its_parameter() => Looking("""{ "looks": [0.5, 1], "spending": "kimDeMets" }""").IsRefused(
        11,
        "trial.interim.parameter is missing",
        """The spending function "kimDeMets" needs it.""",
        "Write 3 for hardly anything early, 1 for even spending.");

    [Fact]
    public void A_parameter_without_its_function() => Looking("""{ "looks": [0.5, 1], "spending": "pocock", "parameter": 1 }""").IsRefused(
        11,
        "trial.interim.parameter is 1",
        """The spending function "pocock" has no parameter.""",
        "Leave it out.");

    [Fact]
    public void An_exponent_of_zero() => Looking("""{ "looks": [0.5, 1], "spending": "kimDeMets", "parameter": 0 }""").IsRefused(
        11,
        "trial.interim.parameter is 0",
        "It is an exponent of Kim and DeMets, so it must be a number more than 0 and at most 50.");

    [Fact]
    public void A_parameter_out_of_range() => Looking("""{ "looks": [0.5, 1], "spending": "hwangShihDeCani", "parameter": 45 }""").IsRefused(
        11,
        "trial.interim.parameter is 45",
        "It is the parameter of Hwang, Shih and DeCani, so it must be a number from -40 to 40.");

    [Fact]
    public void Futility_of_nothing() => Looking("""{ "looks": [0.5, 1], "futility": {} }""").IsRefused(
        11,
        "trial.interim.futility does not say when to stop",
        "It is by spending the type II error, with spending and power, or by conditional power, with conditionalPowerBelow.",
        """For a stop at a conditional power below 10 %, write { "conditionalPowerBelow": 0.1 }.""");

    [Fact]
    public void A_power_above_one() => Looking("""{ "looks": [0.5, 1], "futility": { "spending": "pocock", "power": 1.2 } }""").IsRefused(
        11,
        "trial.interim.futility.power is 1.2",
        "It is a probability, so it must be a number more than 0 and less than 1.");

    [Fact]
    public void Futility_without_power() => Looking("""{ "looks": [0.5, 1], "futility": { "spending": "pocock" } }""").IsRefused(
        11,
        "trial.interim.futility.power is missing",
        "Spending the type II error needs the power it is 1 minus of.",
        "For 80 %, write 0.8.");

    [Fact]
    public void Two_kinds_of_futility() => Looking("""{ "looks": [0.5, 1], "futility": { "conditionalPowerBelow": 0.1, "power": 0.8 } }""").IsRefused(
        11,
        "trial.interim.futility.power is 0.8",
        "It goes with spending the type II error, and conditionalPowerBelow is the other way to stop.",
        "Keep one of the two.");

    [Fact]
    public void Predictive_stopping_with_a_boundary() => Looking("""{ "looks": [0.5, 1], "spending": "pocock", "predictive": { "successAbove": 0.95 } }""").IsRefused(
        11,
        """trial.interim.spending is "pocock" """.TrimEnd(),
        "Stopping by predictive probability has no boundary to spend error on.",
        "Leave it out, or leave out predictive.");

    [Fact]
    public void Predictive_stopping_with_another_futility() => Looking("""{ "looks": [0.5, 1], "futility": { "conditionalPowerBelow": 0.1 }, "predictive": {} }""").IsRefused(
        11,
        "trial.interim.futility is an object",
        "Stopping by predictive probability has a futility of its own, futilityBelow.",
        "Keep one of the two.");

    [Fact]
    public void Success_below_futility() => Looking("""{ "looks": [0.5, 1], "predictive": { "successAbove": 0.1, "futilityBelow": 0.2 } }""").IsRefused(
        11,
        "trial.interim.predictive.futilityBelow is 0.2",
        "It must be less than successAbove, which is 0.1.");

    [Fact]
    public void Re_estimation_that_shrinks() => WrittenTrial.With(("reestimation", """{ "atFraction": 0.5, "plannedSd": 8, "maximumPatients": 80 }""")).IsRefused(
        11,
        "trial.reestimation.maximumPatients is 80",
        "Re-estimation never takes fewer patients than planned, so it must be at least 100, trial.patients.");

    [Fact]
    public void Re_estimation_at_the_end() => WrittenTrial.With(("reestimation", """{ "atFraction": 1, "plannedSd": 8, "maximumPatients": 200 }""")).IsRefused(
        11,
        "trial.reestimation.atFraction is 1",
        "It is a fraction, so it must be a number more than 0 and less than 1.");

    [Fact]
    public void Re_estimation_of_an_event() => WrittenTrial.With(
            ("endpoints", """[ { "name": "survival", "analysis": "logRank", "event": "death" } ]"""),
            ("reestimation", """{ "atFraction": 0.5, "plannedSd": 8, "maximumPatients": 200 }"""))
        .IsRefused(
            11,
            "trial.reestimation is an object",
            """It looks at the spread of changes of the primary endpoint's measure, and "survival" has none.""",
            "Leave it out, or name a primary endpoint with a measure.");

    private static WrittenScenario Looking(string interim) => WrittenTrial.With(("interim", interim));
}

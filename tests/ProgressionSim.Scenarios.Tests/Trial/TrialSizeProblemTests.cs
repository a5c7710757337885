namespace ProgressionSim.Scenarios.Tests.Trial;

/// <summary>Arms, size and enrolment of a trial. Exact: whole messages.</summary>
public sealed class TrialSizeProblemTests
{
    private const string Latent =
        """{ "kind": "latentClasses", "classes": [ { "name": "a", "share": 1, "interceptMean": 38, "interceptSd": 5, "slopeMean": -1, "slopeSd": 0.6, "residualSd": 2 } ] }""";

    [Fact]
    public void One_arm() => WrittenTrial.With(("arms", """[ { "name": "active", "arm": "treated" } ]""")).IsRefused(
        7,
        "trial.arms is a list",
        "At least one trial arm is needed.",
        """For a placebo and an active arm, write [ { "name": "placebo", "arm": "untreated" }, { "name": "active", "arm": "treated" } ].""");

    [Fact]
    public void An_arm_without_allocation() => WrittenTrial.With(("arms", """[ { "name": "placebo", "arm": "untreated", "allocation": 0 }, { "name": "active", "arm": "treated" } ]""")).IsRefused(
        7,
        "trial.arms[0].allocation is 0",
        "It is a part of the allocation ratio, so it must be a whole number from 1 to 20.");

    [Fact]
    public void An_unknown_arm_of_the_scenario() => WrittenTrial.With(("arms", """[ { "name": "placebo", "arm": "untreatd" }, { "name": "active", "arm": "treated" } ]""")).IsRefused(
        7,
        """trial.arms[0].arm is "untreatd" """.TrimEnd(),
        """There is no arm of the scenario of that name; there are "untreated", "treated".""",
        """Did you mean "untreated"?""");

    [Fact]
    public void An_arm_of_nothing() => WrittenTrial.With(("arms", """[ { "name": "placebo" }, { "name": "active", "arm": "treated" } ]""")).IsRefused(
        7,
        "trial.arms[0].arm is missing",
        """It says what the arm's patients get and must be an arm of the scenario; there are "untreated", "treated".""");

    [Fact]
    public void Two_arms_of_one_name() => WrittenTrial.With(("arms", """[ { "name": "a", "arm": "untreated" }, { "name": "a", "arm": "treated" } ]""")).IsRefused(
        7,
        """trial.arms[1].name is "a" """.TrimEnd(),
        "trial.arms[0] has that name already, and each trial arm needs one of its own.");

    [Fact]
    public void Treatment_before_enrolment() => WrittenTrial.With().Set("arms[treated].start.at=symptomOnset").IsRefused(
        7,
        """trial.arms[1].arm is "treated" """.TrimEnd(),
        """Arms of a trial are treated from enrolment on, but that arm starts "slower" at "symptomOnset".""",
        """In that arm, write "start": { "at": "enrolment" }.""");

    [Fact]
    public void Treatment_shifted_before_enrolment() => WrittenTrial.With().Set("arms[treated].start.offsetMonths=-1").IsRefused(
        7,
        """trial.arms[1].arm is "treated" """.TrimEnd(),
        """Arms of a trial are treated from enrolment on, but that arm starts "slower" before enrolment.""",
        """In that arm, write "start": { "at": "enrolment" }.""");

    [Fact]
    public void No_enrolment() => WrittenScenario.Of(
        """
        {
          "name": "x",
          "arms": [ { "name": "a" }, { "name": "b" } ],
          "trial": {
            "arms": [ { "name": "placebo", "arm": "a" }, { "name": "active", "arm": "b" } ],
            "patients": 100,
            "visits": { "weeks": [0, 12, 24] },
            "endpoints": [ { "name": "slope", "measure": "alsfrsTotal", "analysis": "randomSlope" } ]
          }
        }
        """).IsRefused(
        4,
        "trial.enrolment is missing",
        "A trial must say when patients are enrolled: there, or as population.enrolmentMonths after symptom onset.",
        """For one year after symptom onset, write "enrolment": { "at": "symptomOnset", "offsetMonths": 12 }.""");

    [Fact]
    public void Enrolment_without_a_level() => WrittenTrial.With(("enrolment", """{ "at": "neurofilamentAbove" }""")).IsRefused(
        11,
        "trial.enrolment.pgPerMl is missing",
        """A start at "neurofilamentAbove" needs it.""");

    [Fact]
    public void Enrolment_before_the_moment() => WrittenTrial.With(("enrolment", """{ "at": "symptomOnset", "offsetMonths": -3 }""")).IsRefused(
        11,
        "trial.enrolment.offsetMonths is -3",
        "It is a shift in months, so it must be a number from 0 to 1,200.");

    [Fact]
    public void Nobody() => WrittenTrial.With(("patients", "0")).IsRefused(
        8,
        "trial.patients is 0",
        "It is a number of randomised patients, so it must be a whole number from 4 to 20,000.",
        "For a hundred an arm in two arms, write 200.");

    [Fact]
    public void Too_many() => WrittenTrial.With(("patients", "1000000000")).IsRefused(
        8,
        "trial.patients is 1000000000",
        "It is a number of randomised patients, so it must be a whole number from 4 to 20,000.",
        "Simulating that many in each trial would take about 21 years on two cores. For a hundred an arm in two arms, write 200.");

    [Theory]
    [InlineData("alpha", "1.2", "It is a probability, so it must be a number more than 0 and less than 0.5.", "For 5 %, write 0.05.")]
    [InlineData("sides", "3", "It is a number of sides of a test, so it must be a whole number from 1 to 2.", "")]
    [InlineData("replicates", "0", "It is a number of simulated trials, so it must be a whole number from 1 to 1,000,000.", "For a first look, write 1000.")]
    [InlineData("replicates", "1e9", "It is a number of simulated trials, so it must be a whole number from 1 to 1,000,000.", "For a first look, write 1000.")]
    [InlineData("patientBank", "50", "It is a number of simulated candidates, so it must be a whole number from 100 to 5,000,000.", "For most questions, write 40000.")]
    [InlineData("patientBank", "999", "A bank has at least 10 slices, each with patients enough for a trial of 100, so it must hold at least 1,000 candidates, and more with screening.", "Write 40000.")]
    public void Numbers_out_of_range(string name, string value, string rule, string suggestion) => WrittenTrial.With((name, value)).IsRefused(
        WrittenTrial.FirstAdded,
        $"trial.{name} is {value}",
        rule,
        suggestion);

    [Fact]
    public void More_patients_than_can_be_told_apart() => WrittenTrial.With(("patients", "20000"), ("replicates", "1000000")).IsRefused(
        11,
        "trial.replicates is 1000000",
        "With 20,000 patients of its own in every trial there would be 20,000,000,000; at most 4,294,967,296 can be told apart.",
        """Write "patientBank": 400000, or at most 214748 replicates.""");

    [Fact]
    public void Settings_that_are_missing() => WrittenScenario.Smallest("\"trial\": {}, \"population\": { \"enrolmentMonths\": 1 }").IsRefused(
        """
        scenario.json: 4 problems, nothing was run.

        1. trial.arms is missing (scenario.json, line 1).
           It has no default. Arms of the trial; the first is the control that every other is compared with.
           For a placebo and an active arm, write [ { "name": "placebo", "arm": "untreated" }, { "name": "active", "arm": "treated" } ].
        2. trial.patients is missing (scenario.json, line 1).
           It has no default. Patients randomised, all arms together.
        3. trial.visits is missing (scenario.json, line 1).
           It has no default. When patients are seen.
        4. trial.endpoints is missing (scenario.json, line 1).
           It has no default. Endpoints, each with its analysis.
           For the slope of the ALSFRS-R, write [ { "name": "slope", "measure": "alsfrsTotal", "analysis": "randomSlope" } ].
        """);

    [Fact]
    public void An_unknown_effect() => WrittenTrial.Generated(WrittenTrial.RandomSlope(), ("arms", """[ { "name": "placebo" }, { "name": "active", "arm": "slwer" } ]""")).IsRefused(
        7,
        """trial.arms[1].arm is "slwer" """.TrimEnd(),
        """There is no effect of that name in trial.generator.effects; there are "slower".""",
        """Did you mean "slower"?""");

    [Fact]
    public void An_effect_without_effects() => WrittenTrial.Generated(Latent).IsRefused(
        7,
        """trial.arms[1].arm is "slower" """.TrimEnd(),
        "The generator has no effects.",
        "For an arm without effect, leave it out.");

    [Fact]
    public void Enrolment_of_statistical_patients() => WrittenTrial.Generated(WrittenTrial.RandomSlope(), ("enrolment", """{ "at": "diagnosis" }""")).IsRefused(
        12,
        "trial.enrolment is an object",
        "Statistical patients begin at randomisation, so it counts only without a generator.");
}

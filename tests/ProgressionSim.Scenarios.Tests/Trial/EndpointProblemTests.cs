namespace ProgressionSim.Scenarios.Tests.Trial;

/// <summary>Endpoints and events. Exact: whole messages.</summary>
public sealed class EndpointProblemTests
{
    [Fact]
    public void A_slope_of_nothing() => Endpoint("""{ "name": "e", "analysis": "randomSlope" }""").IsRefused(
        10,
        "trial.endpoints[0].measure is missing",
        """The analysis "randomSlope" needs a measure taken at visits.""",
        """For the ALSFRS-R total, write "measure": "alsfrsTotal".""");

    [Fact]
    public void Survival_of_nothing() => Endpoint("""{ "name": "e", "analysis": "logRank" }""").IsRefused(
        10,
        "trial.endpoints[0].event is missing",
        """The analysis "logRank" needs an event.""",
        """For survival free of permanent ventilation, write "event": "deathOrVentilation".""");

    [Fact]
    public void Responders_of_nothing() => Endpoint("""{ "name": "e", "analysis": "fisher" }""").IsRefused(
        10,
        "trial.endpoints[0].responder is missing",
        """The analysis "fisher" needs conditions that make a responder.""",
        """For no decline, write "responder": [ { "measure": "alsfrsChange", "atLeast": 0 } ].""");

    [Fact]
    public void A_measure_without_use() => Endpoint("""{ "name": "e", "analysis": "cox", "event": "death", "measure": "alsfrsTotal" }""").IsRefused(
        10,
        """trial.endpoints[0].measure is "alsfrsTotal" """.TrimEnd(),
        """The analysis "cox" has no use for a measure taken at visits.""",
        "Leave it out, or choose another analysis.");

    [Fact]
    public void An_unknown_analysis() => Endpoint("""{ "name": "e", "analysis": "mmmr", "measure": "alsfrsTotal" }""").IsRefused(
        10,
        """trial.endpoints[0].analysis is "mmmr" """.TrimEnd(),
        """It must be one of "randomSlope", "mmrm", "ancova", "logRank", "stratifiedLogRank", "cox", "restrictedMean", "kaplanMeier", "wilcoxon", "worstRank", "jointRank", "winRatio", "winOdds", "fisher", "chiSquare", "jointModel", "tTest", "twoStageSlope".""",
        """Did you mean "mmrm"?""");

    [Fact]
    public void An_unknown_measure() => Endpoint("""{ "name": "e", "analysis": "mmrm", "measure": "alsfrsDomain.bulber" }""").IsRefused(
        10,
        """trial.endpoints[0].measure is "alsfrsDomain.bulber" """.TrimEnd(),
        "There is no measure of that name.",
        """Did you mean "alsfrsDomain.bulbar"?""");

    [Fact]
    public void A_change_as_a_measure() => Endpoint("""{ "name": "e", "analysis": "ancova", "measure": "svcPercentChange" }""").IsRefused(
        10,
        """trial.endpoints[0].measure is "svcPercentChange" """.TrimEnd(),
        "Analyses take the change from baseline themselves, so the measure is the value.",
        """Write "svcPercent".""");

    [Fact]
    public void Age_as_a_measure() => Endpoint("""{ "name": "e", "analysis": "ancova", "measure": "ageYears" }""").IsRefused(
        10,
        """trial.endpoints[0].measure is "ageYears" """.TrimEnd(),
        "It is known at baseline and does not change, so it cannot be an endpoint.");

    [Fact]
    public void A_measure_the_generator_does_not_have() => WrittenTrial
        .Generated(WrittenTrial.RandomSlope(), ("endpoints", """[ { "name": "e", "analysis": "mmrm", "measure": "svcPercent" } ]"""))
        .IsRefused(
            10,
            """trial.endpoints[0].measure is "svcPercent" """.TrimEnd(),
            "Patients of a generator have no such measure: they have a score, alsfrsTotal, and known at baseline are leadInSlope and site.");

    [Fact]
    public void An_unknown_event() => Endpoint("""{ "name": "e", "analysis": "cox", "event": "deathOrVentilaton" }""").IsRefused(
        10,
        """trial.endpoints[0].event is "deathOrVentilaton" """.TrimEnd(),
        """There is no event of that name; there are "death", "deathOrVentilation", "deathVentilationOrRescue", "symptomOnset".""",
        """Did you mean "deathOrVentilation"?""");

    [Fact]
    public void An_event_of_ones_own_as_a_name() => Endpoint("""{ "name": "e", "analysis": "cox", "event": "wheelchair" }""").IsRefused(
        10,
        """trial.endpoints[0].event is "wheelchair" """.TrimEnd(),
        """There is no event of that name; there are "death", "deathOrVentilation", "deathVentilationOrRescue", "symptomOnset".""",
        """For an event of your own, write { "name": "wheelchair", "when": [ ... ] }.""");

    [Fact]
    public void An_event_without_parts() => Endpoint("""{ "name": "e", "analysis": "cox", "event": { "name": "own" } }""").IsRefused(
        10,
        "trial.endpoints[0].event has no parts",
        "At least one of death, rescue, symptomOnset and when says what happens.");

    [Fact]
    public void An_event_under_a_known_name() => Endpoint("""{ "name": "e", "analysis": "cox", "event": { "name": "death", "death": true } }""").IsRefused(
        10,
        """trial.endpoints[0].event.name is "death" """.TrimEnd(),
        "That name stands for an event of its own.",
        "Write the name alone, or choose another.");

    [Fact]
    public void Rescue_as_an_event_without_rescue() => Endpoint("""{ "name": "e", "analysis": "cox", "event": "deathVentilationOrRescue" }""").IsRefused(
        10,
        """trial.endpoints[0].event is "deathVentilationOrRescue" """.TrimEnd(),
        "Rescue is a part of it, and the trial has none.",
        "Add trial.rescue, or choose another event.");

    [Fact]
    public void Symptom_onset_of_patients_with_symptoms() => Endpoint("""{ "name": "e", "analysis": "cox", "event": "symptomOnset" }""").IsRefused(
        10,
        """trial.endpoints[0].event is "symptomOnset" """.TrimEnd(),
        "Patients are enrolled after their first symptoms, so it cannot happen after randomisation.",
        "Enrol earlier with trial.enrolment.");

    [Fact]
    public void Deaths_where_nobody_dies() => WrittenTrial
        .Generated(WrittenTrial.RandomSlope(), ("endpoints", """[ { "name": "e", "analysis": "cox", "event": "death" } ]"""))
        .IsRefused(
            10,
            """trial.endpoints[0].event is "death" """.TrimEnd(),
            "Nobody dies in trial.generator.",
            """Add "survival": { "medianMonths": 30 } there, or choose an analysis without event.""");

    [Fact]
    public void Symptom_onset_of_statistical_patients() => WrittenTrial
        .Generated(WrittenTrial.RandomSlope(), ("endpoints", """[ { "name": "e", "analysis": "cox", "event": "symptomOnset" } ]"""))
        .IsRefused(
            10,
            """trial.endpoints[0].event is "symptomOnset" """.TrimEnd(),
            "Patients of a generator have no symptom onset.");

    [Fact]
    public void A_week_after_the_end() => Endpoint("""{ "name": "e", "analysis": "mmrm", "measure": "alsfrsTotal", "atWeek": 60 }""").IsRefused(
        10,
        "trial.endpoints[0].atWeek is 60",
        "There is no visit in that week; visits after baseline are in weeks 12, 24, 36, 48.",
        "Follow-up ends with the last visit.");

    [Fact]
    public void A_week_between_visits() => Endpoint("""{ "name": "e", "analysis": "mmrm", "measure": "alsfrsTotal", "atWeek": 20 }""").IsRefused(
        10,
        "trial.endpoints[0].atWeek is 20",
        "There is no visit in that week; visits after baseline are in weeks 12, 24, 36, 48.");

    [Fact]
    public void A_slope_of_two_visits() => Endpoint("""{ "name": "e", "analysis": "randomSlope", "measure": "alsfrsTotal", "atWeek": 12 }""").IsRefused(
        10,
        """trial.endpoints[0].analysis is "randomSlope" """.TrimEnd(),
        "Slopes that differ between patients cannot be told from noise with fewer than two visits after baseline.",
        """Add visits, or write "ancova".""");

    [Fact]
    public void Strata_that_are_not_there() => Endpoint("""{ "name": "e", "analysis": "stratifiedLogRank", "event": "death" }""").IsRefused(
        10,
        """trial.endpoints[0].analysis is "stratifiedLogRank" """.TrimEnd(),
        "The trial has no strata.",
        """Write "logRank", or factors in trial.recruitment.stratifyBy.""");

    [Fact]
    public void A_logarithm_of_zero() => Endpoint("""{ "name": "e", "analysis": "mmrm", "measure": "alsfrsTotal", "logarithm": true }""").IsRefused(
        10,
        "trial.endpoints[0].logarithm is true",
        "Values of alsfrsTotal can be 0, which has no logarithm; only neurofilamentPgPerMl is analysed so.");

    [Fact]
    public void Deaths_as_the_best_value() => Endpoint("""{ "name": "e", "analysis": "ancova", "measure": "kingsStage", "deaths": "zero" }""").IsRefused(
        10,
        """trial.endpoints[0].deaths is "zero" """.TrimEnd(),
        "0 would be the best value of kingsStage, so it cannot stand for death.",
        """Write "missing", or an analysis that ranks deaths below everything, such as "jointRank".""");

    [Fact]
    public void Deaths_that_are_ranked_anyway() => Endpoint("""{ "name": "e", "analysis": "jointRank", "measure": "alsfrsTotal", "event": "death", "deaths": "zero" }""").IsRefused(
        10,
        """trial.endpoints[0].deaths is "zero" """.TrimEnd(),
        """The analysis "jointRank" deals with deaths in its own way.""",
        """Write "missing", or an analysis that ranks deaths below everything, such as "jointRank".""");

    [Fact]
    public void Covariates_without_adjustment() => Endpoint("""{ "name": "e", "analysis": "logRank", "event": "death", "covariates": ["ageYears"] }""").IsRefused(
        10,
        "trial.endpoints[0].covariates is a list",
        """The analysis "logRank" adjusts for nothing; mmrm, ancova, cox do.""");

    [Fact]
    public void A_subgroup_as_a_quantity() => Endpoint("""{ "name": "e", "analysis": "cox", "event": "death", "covariates": ["subgroup"] }""").IsRefused(
        10,
        """trial.endpoints[0].covariates[0] is "subgroup" """.TrimEnd(),
        "Its numbers only name something, so they cannot be adjusted for as a quantity.",
        "Stratify by it in trial.recruitment.stratifyBy.");

    [Fact]
    public void The_baseline_value_as_a_covariate() => Endpoint("""{ "name": "e", "analysis": "ancova", "measure": "alsfrsTotal", "covariates": ["alsfrsTotal"] }""").IsRefused(
        10,
        """trial.endpoints[0].covariates[0] is "alsfrsTotal" """.TrimEnd(),
        "The baseline value of the endpoint's own measure is adjusted for anyway.",
        "Leave it out.");

    [Fact]
    public void Months_since_symptoms_of_those_without() => WrittenTrial.With(
            ("endpoints", """[ { "name": "e", "analysis": "cox", "event": "death", "covariates": ["monthsSinceSymptomOnset"] } ]"""),
            ("enrolment", """{ "at": "biologicalOnset" }"""))
        .IsRefused(
            10,
            """trial.endpoints[0].covariates[0] is "monthsSinceSymptomOnset" """.TrimEnd(),
            "Patients may be enrolled before symptoms, and some never have any, so it is not a number for everybody.");

    [Fact]
    public void A_responder_of_what_is_not_there() => Endpoint("""{ "name": "e", "analysis": "fisher", "responder": [ { "measure": "leadInSlope", "atLeast": 0 } ] }""").IsRefused(
        10,
        """trial.endpoints[0].responder[0].measure is "leadInSlope" """.TrimEnd(),
        "It is the slope over the lead-in, and trial.visits.weeks has no visit before week 0.",
        "For a lead-in of twelve weeks, write a visit at week -12.");

    [Fact]
    public void An_unknown_primary_endpoint() => WrittenTrial.With(("primary", "\"slpe\"")).IsRefused(
        11,
        """trial.primary is "slpe" """.TrimEnd(),
        """There is no endpoint of that name; there are "slope".""",
        """Did you mean "slope"?""");

    private static WrittenScenario Endpoint(string endpoint) => WrittenTrial.With(("endpoints", $"[ {endpoint} ]"));
}

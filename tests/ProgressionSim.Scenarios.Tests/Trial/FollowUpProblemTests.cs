namespace ProgressionSim.Scenarios.Tests.Trial;

/// <summary>Visits, dropout, rescue and open label. Exact: whole messages.</summary>
public sealed class FollowUpProblemTests
{
    [Fact]
    public void Visits_that_do_not_rise() => WrittenTrial.With(("visits", """{ "weeks": [0, 12, 12, 24] }""")).IsRefused(
        9,
        "trial.visits.weeks[2] is 12",
        "It must be more than the number before it.");

    [Fact]
    public void No_baseline() => WrittenTrial.With(("visits", """{ "weeks": [4, 12, 24] }""")).IsRefused(
        9,
        "trial.visits.weeks is a list",
        "One of the visits is baseline, so the list must hold 0.",
        "Lead-in visits before it have negative weeks.");

    [Fact]
    public void Nothing_after_baseline() => WrittenTrial.With(("visits", """{ "weeks": [-4, 0] }""")).IsRefused(
        9,
        "trial.visits.weeks is a list",
        "At least one visit after baseline, week 0, is needed.");

    [Fact]
    public void Visits_on_one_day() => WrittenTrial.With(("visits", """{ "weeks": [0, 12, 12.01, 24] }""")).IsRefused(
        9,
        "trial.visits.weeks is a list",
        "Visits lie at least a quarter of a day apart, but the closest are 0.07 days apart.");

    [Fact]
    public void Windows_that_overlap() => WrittenTrial.With(("visits", """{ "weeks": [0, 12, 13, 24], "windowDays": 4 }""")).IsRefused(
        9,
        "trial.visits.windowDays is 4",
        "Windows must not overlap, and the closest visits are 7 days apart, so it must be at most 3.5.");

    [Fact]
    public void More_than_all_visits_missed() => WrittenTrial.With(("visits", """{ "weeks": [0, 12, 24], "missedProbability": 1.2 }""")).IsRefused(
        9,
        "trial.visits.missedProbability is 1.2",
        "It is a probability, so it must be a number from 0 to 1.");

    [Fact]
    public void Dropout_of_an_arm_that_is_not_there() => WrittenTrial.With(("dropout", """{ "ratePerMonth": { "placebo": 0.01, "activ": 0.02, "active": 0.02 } }""")).IsRefused(
        11,
        "trial.dropout.ratePerMonth.activ belongs to no arm of the trial",
        """There are "placebo", "active".""",
        """Did you mean "active"?""");

    [Fact]
    public void Dropout_of_some_arms() => WrittenTrial.With(("dropout", """{ "ratePerMonth": { "placebo": 0.01 } }""")).IsRefused(
        11,
        "trial.dropout.ratePerMonth.active is missing",
        "A number is needed for each arm of the trial, or one for all.");

    [Fact]
    public void A_negative_dropout_of_an_arm() => WrittenTrial.With(("dropout", """{ "ratePerMonth": { "placebo": -0.01, "active": 0 } }""")).IsRefused(
        11,
        "trial.dropout.ratePerMonth.placebo is -0.01",
        "It is a rate per month, so it must be a number from 0 to 100.");

    [Fact]
    public void Dropout_that_is_text() => WrittenTrial.With(("dropout", """{ "ratePerMonth": "often" }""")).IsRefused(
        11,
        """trial.dropout.ratePerMonth is "often" """.TrimEnd(),
        "It is a rate per month, so it must be a number from 0 to 100. It may also be an object with one number for each name.");

    [Fact]
    public void Rescue_that_never_comes() => WrittenTrial.With(("rescue", """{ "fromDay": 400, "when": [ { "measure": "alsfrsTotal", "below": 15 } ] }""")).IsRefused(
        11,
        "trial.rescue.fromDay is 400",
        "No visit can lead to rescue, because the last visit, week 48, is day 336.");

    [Fact]
    public void Rescue_to_an_unknown_arm() => WrittenTrial.With(("rescue", """{ "when": [ { "measure": "alsfrsTotal", "below": 15 } ], "to": "actve" }""")).IsRefused(
        11,
        """trial.rescue.to is "actve" """.TrimEnd(),
        """There is no arm of the trial of that name; there are "placebo", "active".""",
        """Did you mean "active"?""");

    [Fact]
    public void Rescue_without_conditions() => WrittenTrial.With(("rescue", """{ "fromDay": 100 }""")).IsRefused(
        11,
        "trial.rescue.when is missing",
        "It has no default. Conditions, all of which a visit must meet.");

    [Fact]
    public void A_limit_of_another_list() => WrittenTrial.With(("rescue", """{ "when": [ { "measure": "alsfrsTotal", "below": 15, "max": 15 } ] }""")).IsRefused(
        11,
        "trial.rescue.when[0].max is not a known setting",
        "Known here: measure, below, atMost, atLeast, above, is.");

    [Fact]
    public void Open_label_after_the_end() => WrittenTrial.With(("openLabel", """{ "afterWeeks": 60 }""")).IsRefused(
        11,
        "trial.openLabel.afterWeeks is 60",
        "Follow-up ends with the last visit, week 48, so nothing of it would be seen.",
        "Leave openLabel out, or add visits.");

    [Fact]
    public void Open_label_to_an_unknown_arm() => WrittenTrial.With(("openLabel", """{ "afterWeeks": 48, "to": "open" }""")).IsRefused(
        11,
        """trial.openLabel.to is "open" """.TrimEnd(),
        """There is no arm of the trial of that name; there are "placebo", "active".""");
}

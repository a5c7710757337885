namespace ProgressionSim.Scenarios.Tests.Trial;

/// <summary>Pauses, eligibility, strata and blocks. Exact: whole messages.</summary>
public sealed class RecruitmentProblemTests
{
    [Fact]
    public void A_block_that_does_not_hold_the_ratio() => Recruiting(
            """{ "blockSize": 4 }""",
            ("arms", """[ { "name": "placebo", "arm": "untreated" }, { "name": "active", "arm": "treated", "allocation": 2 } ]"""))
        .IsRefused(
            11,
            "trial.recruitment.blockSize is 4",
            "A block holds the allocation ratio 1:2 a whole number of times, so it must be a multiple of 3.",
            "Write 6.");

    [Fact]
    public void No_candidates() => Recruiting("""{ "ratePerMonth": 0 }""").IsRefused(
        11,
        "trial.recruitment.ratePerMonth is 0",
        "It is a number of candidates per month, so it must be a number from 0.01 to 100,000.",
        "For ten a month, write 10.");

    [Fact]
    public void A_pause_that_ends_before_it_begins() => Recruiting("""{ "pauses": [ { "fromMonth": 6, "toMonth": 5 } ] }""").IsRefused(
        11,
        "trial.recruitment.pauses[0].toMonth is 5",
        "It must be more than fromMonth, which is 6.");

    [Fact]
    public void Pauses_that_touch() => Recruiting("""{ "pauses": [ { "fromMonth": 2, "toMonth": 5 }, { "fromMonth": 5, "toMonth": 6 } ] }""").IsRefused(
        11,
        "trial.recruitment.pauses[1].fromMonth is 5",
        "Pauses stand in order and apart, and the one before ends at 5.");

    [Fact]
    public void An_unknown_measure() => Recruiting("""{ "screening": [ { "measure": "svcPercnt", "min": 50 } ] }""").IsRefused(
        11,
        """trial.recruitment.screening[0].measure is "svcPercnt" """.TrimEnd(),
        "There is no measure of that name.",
        """Did you mean "svcPercent"?""");

    [Fact]
    public void A_measure_that_is_nothing_like_one() => Recruiting("""{ "screening": [ { "measure": "q", "min": 50 } ] }""").IsRefused(
        11,
        """trial.recruitment.screening[0].measure is "q" """.TrimEnd(),
        "There is no measure of that name.",
        """Measures are those of a run such as "alsfrsTotal", changes such as "alsfrsChange", and what is known at baseline such as "ageYears".""");

    [Fact]
    public void Screening_on_what_is_known_later() => Recruiting("""{ "screening": [ { "measure": "alsfrsChange", "min": -3 } ] }""").IsRefused(
        11,
        """trial.recruitment.screening[0].measure is "alsfrsChange" """.TrimEnd(),
        "It is a change from baseline, which is known only after baseline.",
        """For the value at baseline, write "alsfrsTotal".""");

    [Fact]
    public void A_lead_in_slope_without_lead_in() => Recruiting("""{ "screening": [ { "measure": "leadInSlope", "min": 0.5 } ] }""").IsRefused(
        11,
        """trial.recruitment.screening[0].measure is "leadInSlope" """.TrimEnd(),
        "It is the slope over the lead-in, and trial.visits.weeks has no visit before week 0.",
        "For a lead-in of twelve weeks, write a visit at week -12.");

    [Fact]
    public void A_condition_without_limit() => Recruiting("""{ "screening": [ { "measure": "svcPercent" } ] }""").IsRefused(
        11,
        "trial.recruitment.screening[0] has no limit",
        "A condition needs at least one of min, max, below, above, is.");

    [Fact]
    public void A_limit_without_measure() => Recruiting("""{ "screening": [ { "min": 50 } ] }""").IsRefused(
        11,
        "trial.recruitment.screening[0] has no condition",
        "A rule of eligibility has a measure with a limit, or anyOf with alternatives.");

    [Fact]
    public void A_condition_beside_alternatives() => Recruiting("""{ "screening": [ { "measure": "svcPercent", "anyOf": [ [ { "measure": "ageYears", "max": 30 } ] ] } ] }""").IsRefused(
        11,
        """trial.recruitment.screening[0].measure is "svcPercent" """.TrimEnd(),
        "A rule has a condition of its own or anyOf, not both.",
        "Write it as a rule of its own: all rules must hold.");

    [Fact]
    public void A_mistake_in_an_alternative() => Recruiting("""{ "screening": [ { "anyOf": [ [ { "measure": "ageYears", "max": 30, "min": 40 } ] ] } ] }""").IsRefused(
        11,
        "trial.recruitment.screening[0].anyOf[0][0].min is 40",
        "No value is both that large and within max, which is 30.");

    [Fact]
    public void An_unknown_subgroup() => Recruiting("""{ "screening": [ { "measure": "subgroup", "is": "yuong" } ] }""").IsRefused(
        11,
        """trial.recruitment.screening[0].is is "yuong" """.TrimEnd(),
        """There is no subgroup of that name; there are "young", "old".""",
        """Did you mean "young"?""");

    [Fact]
    public void A_subgroup_by_a_number_it_does_not_have() => Recruiting("""{ "screening": [ { "measure": "subgroup", "is": 3 } ] }""").IsRefused(
        11,
        "trial.recruitment.screening[0].is is 3",
        "Subgroups are numbered from 0 to 1, and 2 stands for patients outside them.",
        "Their names are clearer.");

    [Fact]
    public void A_subgroup_by_order() => Recruiting("""{ "screening": [ { "measure": "subgroup", "max": 0 } ] }""").IsRefused(
        11,
        "trial.recruitment.screening[0].max is 0",
        "Subgroups have no order, so a condition on subgroup takes only is.");

    [Fact]
    public void A_name_for_a_number() => Recruiting("""{ "screening": [ { "measure": "bulbarOnset", "is": "yes" } ] }""").IsRefused(
        11,
        """trial.recruitment.screening[0].is is "yes" """.TrimEnd(),
        "Only a condition on subgroup takes a name; this measure takes a number.");

    [Fact]
    public void Age_of_statistical_patients() => WrittenTrial.Generated(WrittenTrial.RandomSlope(), ("recruitment", """{ "screening": [ { "measure": "ageYears", "max": 80 } ] }""")).IsRefused(
        12,
        """trial.recruitment.screening[0].measure is "ageYears" """.TrimEnd(),
        "Patients of a generator have no such measure: they have a score, alsfrsTotal, and known at baseline are leadInSlope and site.");

    [Fact]
    public void Strata_of_statistical_patients() => WrittenTrial.Generated(WrittenTrial.RandomSlope(), ("recruitment", """{ "stratifyBy": ["bulbarOnset"] }""")).IsRefused(
        12,
        """trial.recruitment.stratifyBy[0] is "bulbarOnset" """.TrimEnd(),
        "Patients of a generator have no such measure: they have a score, alsfrsTotal, and known at baseline are leadInSlope and site.");

    [Fact]
    public void Strata_without_cut_points() => Recruiting("""{ "stratifyBy": ["svcPercent"] }""").IsRefused(
        11,
        """trial.recruitment.stratifyBy[0] is "svcPercent" """.TrimEnd(),
        "Its values are not levels, so cut points are needed.",
        """For two levels, write { "measure": "svcPercent", "cuts": [ 50 ] } with a number of your own.""");

    [Fact]
    public void One_site_is_no_stratum() => Recruiting("""{ "stratifyBy": ["site"] }""").IsRefused(
        11,
        """trial.recruitment.stratifyBy[0] is "site" """.TrimEnd(),
        "All patients have the same level, so there is nothing to stratify by.");

    [Fact]
    public void Too_many_sites_for_strata() => Recruiting("""{ "sites": 60, "stratifyBy": ["site"] }""").IsRefused(
        11,
        """trial.recruitment.stratifyBy[0] is "site" """.TrimEnd(),
        "It has 60 levels, and at most 50 are possible.",
        "Stratify by something else, or write cut points.");

    [Fact]
    public void One_factor_twice() => Recruiting("""{ "stratifyBy": ["subgroup", { "measure": "subgroup" }] }""").IsRefused(
        11,
        """trial.recruitment.stratifyBy[1].measure is "subgroup" """.TrimEnd(),
        "Patients are stratified by it already.");

    [Fact]
    public void Too_many_strata() => Recruiting("""{ "sites": 40, "stratifyBy": ["site", "kingsStage", "mitosStage", "bulbarOnset"] }""").IsRefused(
        11,
        "trial.recruitment.stratifyBy makes 2,000 strata",
        "At most 1,000 are possible, and blocks fill only when a stratum holds several patients.");

    [Fact]
    public void Cut_points_that_fall() => Recruiting("""{ "stratifyBy": [ { "measure": "svcPercent", "cuts": [80, 60] } ] }""").IsRefused(
        11,
        "trial.recruitment.stratifyBy[0].cuts[1] is 60",
        "It must be more than the number before it.");

    private static WrittenScenario Recruiting(string recruitment, params (string Name, string Json)[] settings) => WrittenTrial.With([("recruitment", recruitment), .. settings]);
}

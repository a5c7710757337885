namespace ProgressionSim.Scenarios.Tests.Evidence;

/// <summary>Mistakes in published quantities and in how they are computed. Exact: whole messages.</summary>
public sealed class EvidenceProblemTests
{
    private const string Median = """{ "kind": "survivalMedian" }""";

    [Fact]
    public void Intervals() => WrittenEvidence.Of(
            WrittenEvidence.Quantity("a", Median, "\"low\": 2, \"high\": 2"),
            WrittenEvidence.Quantity("b", Median, "\"value\": 5, \"low\": 1, \"high\": 2"),
            WrittenEvidence.Quantity("c", Median, "\"value\": 0.5, \"low\": 1, \"high\": 2"),
            WrittenEvidence.Quantity("d", Median, "\"value\": 5, \"low\": 1", "context"),
            WrittenEvidence.Quantity("e", Median, "\"value\": 5, \"high\": 6", "context"),
            WrittenEvidence.Quantity("f", Median, "\"value\": 1, \"low\": 1, \"high\": 2"))
        .IsRefused(
            """
            scenario.json: 5 problems, nothing was run.

            1. evidence.quantities[0].high is 2 (scenario.json, line 9).
               It must be more than low.
            2. evidence.quantities[1].value is 5 (scenario.json, line 10).
               It must lie between low and high.
            3. evidence.quantities[2].value is 0.5 (scenario.json, line 11).
               It must lie between low and high.
            4. evidence.quantities[3].high is missing (scenario.json, line 12).
               An interval has two ends.
               Write both, or neither.
            5. evidence.quantities[4].low is missing (scenario.json, line 13).
               An interval has two ends.
               Write both, or neither.
            """);

    [Fact]
    public void What_a_quantity_is_used_for() => WrittenEvidence.Of(
            WrittenEvidence.Quantity("a", Median, "\"value\": 1", "fit"),
            WrittenEvidence.Quantity("b", """{ "kind": "alive", "toMonth": 12, "seriesOf": 12 }""", use: "fit"),
            WrittenEvidence.Quantity("c", Median, "\"value\": 1"),
            WrittenEvidence.Quantity("d", """{ "kind": "alive", "toMonth": 12, "seriesOf": 12 }""", "\"remark\": \"No value\""),
            WrittenEvidence.Quantity("e", """{ "kind": "alive", "toMonth": 12, "seriesOf": 12 }""", "\"value\": 1"),
            WrittenEvidence.Quantity("f", Median, "\"remark\": \"Only predicted\"", "context"),
            WrittenEvidence.Quantity("g", Median, use: "fti"))
        .IsRefused(
            """
            scenario.json: 5 problems, nothing was run.

            1. evidence.quantities[0] cannot be fitted to (scenario.json, line 9).
               A fit needs an interval: how far the prediction may lie off.
               Write low and high, or another use.
            2. evidence.quantities[1] cannot be fitted to (scenario.json, line 10).
               A series of few patients is mostly chance.
               Use it as a check, or leave seriesOf out.
            3. evidence.quantities[2] cannot be checked (scenario.json, line 11).
               A check needs an interval, or the value of one series and seriesOf.
               Write low and high, or "use": "context".
            4. evidence.quantities[3] cannot be checked (scenario.json, line 12).
               A check needs an interval, or the value of one series and seriesOf.
               Write low and high, or "use": "context".
            5. evidence.quantities[6].use is "fti" (scenario.json, line 15).
               It must be one of "fit", "check", "context".
               Did you mean "fit"?
            """);

    [Fact]
    public void Names_that_are_not_there() => WrittenEvidence.Of(
            WrittenEvidence.Quantity("a", """{ "kind": "alive", "toMonth": 12, "arm": "earyl", "comparedWith": "untraeted", "among": { "subgroup": "juvenil" } }"""),
            WrittenEvidence.Quantity("b", """{ "kind": "alive", "toMonth": 12, "dividedBy": { "kind": "alive", "toMonth": 24, "arm": "late" } }"""),
            WrittenEvidence.Quantity("c", """{ "kind": "correlation", "first": { "kind": "ageAtSymptomOnset" }, "second": { "kind": "lossAtDeath", "among": { "subgroup": "adlut" } } }"""),
            WrittenEvidence.Quantity("d", """{ "kind": "interval", "from": "symptomsOnset", "to": "secondRegoin" }"""),
            WrittenEvidence.Quantity("e", """{ "kind": "lossAtDeath", "among": { "onsetRegions": ["bulbra"] } }"""))
        .IsRefused(
            """
            scenario.json: 8 problems, nothing was run.

            1. evidence.quantities[0].estimator.arm is "earyl" (scenario.json, line 9).
               There is no arm of that name; there are "untreated", "early".
               Did you mean "early"?
            2. evidence.quantities[0].estimator.comparedWith is "untraeted" (scenario.json, line 9).
               There is no arm of that name; there are "untreated", "early".
               Did you mean "untreated"?
            3. evidence.quantities[0].estimator.among.subgroup is "juvenil" (scenario.json, line 9).
               There is no subgroup of that name; there are "juvenile", "adult".
               Did you mean "juvenile"?
            4. evidence.quantities[1].estimator.dividedBy.arm is "late" (scenario.json, line 10).
               There is no arm of that name; there are "untreated", "early".
            5. evidence.quantities[2].estimator.second.among.subgroup is "adlut" (scenario.json, line 11).
               There is no subgroup of that name; there are "juvenile", "adult".
               Did you mean "adult"?
            6. evidence.quantities[3].estimator.from is "symptomsOnset" (scenario.json, line 12).
               It must be one of "symptomOnset", "diagnosis", "enrolment", "treatmentStart", "biologicalOnset", "electromyographicChange", "neurofilamentRise", "secondRegion", "death".
               Did you mean "symptomOnset"?
            7. evidence.quantities[3].estimator.to is "secondRegoin" (scenario.json, line 12).
               It must be one of "symptomOnset", "diagnosis", "enrolment", "treatmentStart", "biologicalOnset", "electromyographicChange", "neurofilamentRise", "secondRegion", "death".
               Did you mean "secondRegion"?
            8. evidence.quantities[4].estimator.among.onsetRegions[0] is "bulbra" (scenario.json, line 13).
               It must be one of "bulbar", "cervical", "respiratory", "lumbosacral".
               Did you mean "bulbar"?
            """);

    [Fact]
    public void A_measure_that_is_not_there() => WrittenEvidence.Of(
            WrittenEvidence.Quantity("a", """{ "kind": "slope", "measure": "alsfrsTotl", "toMonth": 24 }"""),
            WrittenEvidence.Quantity("b", """{ "kind": "value", "atMonth": 24 }"""))
        .IsRefused(
            """
            scenario.json: 2 problems, nothing was run.

            1. evidence.quantities[0].estimator.measure is "alsfrsTotl" (scenario.json, line 9).
               There is no measure of that name.
               Did you mean "alsfrsTotal"?
            2. evidence.quantities[1].estimator.measure is missing (scenario.json, line 10).
               It has no default. Measure, by its name in summary.json.
            """);

    [Fact]
    public void A_subgroup_where_there_is_none() => WrittenExperiment.Of(WrittenEvidence.Section(
            WrittenEvidence.Quantity("a", """{ "kind": "survivalMedian", "among": { "subgroup": "juvenile" } }""")))
        .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. evidence.quantities[0].estimator.among.subgroup is "juvenile" (scenario.json, line 9).
               The scenario has no subgroups.
            """);

    [Fact]
    public void Statistics_and_comparisons_that_mean_nothing() => WrittenEvidence.Of(
            WrittenEvidence.Quantity("a", """{ "kind": "survivalMonths", "toMonth": 48, "statistic": "minimum" }"""),
            WrittenEvidence.Quantity("b", """{ "kind": "alive", "toMonth": 48, "statistic": "count", "comparedWithOwnChance": true }"""),
            WrittenEvidence.Quantity("c", """{ "kind": "slope", "measure": "alsfrsTotal", "toMonth": 24, "statistic": "median" }"""),
            WrittenEvidence.Quantity("d", """{ "kind": "alive", "toMonth": 48, "comparedWithOwnChance": false }"""))
        .IsRefused(
            """
            scenario.json: 4 problems, nothing was run.

            1. evidence.quantities[0].estimator.statistic is "minimum" (scenario.json, line 9).
               It depends on the number of patients, so it needs seriesOf.
               Write seriesOf, or another statistic.
            2. evidence.quantities[1].estimator.statistic is "count" (scenario.json, line 10).
               It depends on the number of patients, so it needs seriesOf.
               Write seriesOf, or another statistic.
            3. evidence.quantities[1].estimator.comparedWithOwnChance is true (scenario.json, line 10).
               It counts only with comparedWith.
               Leave it out.
            4. evidence.quantities[2].estimator.statistic is "median" (scenario.json, line 11).
               It must be one of "mean", "sd".
               Did you mean "mean"?
            """);

    [Fact]
    public void Months_that_are_not_followed_or_not_in_order() => WrittenEvidence.Of(
            WrittenEvidence.Quantity("a", """{ "kind": "survivalShare", "toMonth": 61 }"""),
            WrittenEvidence.Quantity("b", """{ "kind": "value", "measure": "svcPercent", "atMonth": 72 }"""),
            WrittenEvidence.Quantity("c", """{ "kind": "change", "measure": "svcPercent", "fromMonth": 12, "toMonth": 6 }"""),
            WrittenEvidence.Quantity("d", """{ "kind": "weibullShape", "toMonth": 0 }"""),
            WrittenEvidence.Quantity("e", """{ "kind": "slope", "measure": "svcPercent", "fromMonth": -37, "toMonth": 601 }"""),
            WrittenEvidence.Quantity("f", """{ "kind": "survivalShare", "toMonth": 60 }"""))
        .IsRefused(
            """
            scenario.json: 6 problems, nothing was run.

            1. evidence.quantities[0].estimator.toMonth is 61 (scenario.json, line 9).
               Patients are followed for 60 months after symptom onset, horizonMonths, so nothing is seen later.
               Write a larger horizonMonths.
            2. evidence.quantities[1].estimator.atMonth is 72 (scenario.json, line 10).
               Patients are followed for 60 months after symptom onset, horizonMonths, so nothing is seen later.
               Write a larger horizonMonths.
            3. evidence.quantities[2].estimator.toMonth is 6 (scenario.json, line 11).
               It must be later than fromMonth.
            4. evidence.quantities[3].estimator.toMonth is 0 (scenario.json, line 12).
               It must be more than 0, the moment itself.
            5. evidence.quantities[4].estimator.fromMonth is -37 (scenario.json, line 13).
               It is a shift in months, so it must be a number from -36 to 600.
            6. evidence.quantities[4].estimator.toMonth is 601 (scenario.json, line 13).
               It is a shift in months, so it must be a number from -36 to 600.
            """);

    [Fact]
    public void Months_from_another_origin() => WrittenExperiment.Of($"{WrittenEvidence.Section(WrittenEvidence.Quantity("a", Median))},\n\"reportFrom\": \"biologicalOnset\"")
        .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. reportFrom is "biologicalOnset" (scenario.json, line 11).
               Published quantities are counted from symptoms, so with evidence it must be symptomOnset.
               Write "symptomOnset".
            """);

    [Fact]
    public void What_is_missing_or_repeated() => WrittenEvidence.Of(
            WrittenEvidence.Quantity("a", """{ "kind": "survivalShare" }"""),
            WrittenEvidence.Quantity("a", """{ "kind": "survivalMedain" }"""),
            """{ "name": "c" }""")
        .IsRefused(
            """
            scenario.json: 9 problems, nothing was run.

            1. evidence.quantities[0].estimator.toMonth is missing (scenario.json, line 9).
               It has no default. Last month, after the moment.
            2. evidence.quantities[1].name is "a" (scenario.json, line 10).
               evidence.quantities[0] has that name already, and each quantity needs one of its own.
            3. evidence.quantities[1].estimator.kind is "survivalMedain" (scenario.json, line 10).
               It must be one of "slope", "survivalMedian", "survivalShare", "weibullShape", "value", "change", "foldChange", "patientSlope", "monthlyDecline", "interval", "survivalMonths", "alive", "symptomFree", "recovered", "stable", "lossAtDeath", "ageAtSymptomOnset", "correlation".
               Did you mean "survivalMedian"?
            4. evidence.quantities[2].title is missing (scenario.json, line 11).
               It has no default. What it is, for people, without its value.
            5. evidence.quantities[2].population is missing (scenario.json, line 11).
               It has no default. Whom it was measured in.
            6. evidence.quantities[2].use is missing (scenario.json, line 11).
               It has no default. Whether parameters are fitted to it, whether it checks the fit, or neither.
            7. evidence.quantities[2].source is missing (scenario.json, line 11).
               It has no default. Where it was published, with DOI or another identifier.
            8. evidence.quantities[2].confidence is missing (scenario.json, line 11).
               It has no default. How far the source can be trusted for it.
            9. evidence.quantities[2].estimator is missing (scenario.json, line 11).
               It has no default. How the quantity is computed from simulated patients.
            """);

    [Fact]
    public void More_than_a_weeks_work() => WrittenExperiment.Of($"\"evidence\": {{ \"draws\": 10000, \"patientsOfDraw\": 1000000, \"quantities\": [{WrittenEvidence.Quantity("a", Median)}] }}")
        .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. evidence asks for 10,000 draws (scenario.json, line 8).
               With 1,000,000 patients in 2 arms each they would take about 8 days on two cores. At most 7 days are begun.
               Write at most 907200 for evidence.patientsOfDraw, or ask for fewer draws.
            """);
}

namespace ProgressionSim.Scenarios.Tests.Treatments;

/// <summary>Treatments. Exact: whole messages.</summary>
public sealed class TreatmentProblemTests
{
    [Fact]
    public void A_treatment_without_kind() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "treatments": { "drug": { "knockdown": 0.8 } },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. treatments.drug.kind is missing (scenario.json, line 3).
               It says which settings belong here and must be one of "antisense", "knockdown", "rateRatio".
            """);

    [Fact]
    public void A_treatment_of_unknown_kind() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "treatments": { "drug": { "kind": "knokdown", "knockdown": 0.8 } },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. treatments.drug.kind is "knokdown" (scenario.json, line 3).
               It must be one of "antisense", "knockdown", "rateRatio".
               Did you mean "knockdown"?
            """);

    [Fact]
    public void Treatments_that_differ_in_capitals() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "treatments": { "drug": { "kind": "rateRatio" }, "Drug": { "kind": "rateRatio" } },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. treatments.Drug differs from "drug" only in capital letters (scenario.json, line 3).
               Each treatment needs a name of its own.
            """);

    [Fact]
    public void A_treatment_name_with_a_dot() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "treatments": { "a.b": { "kind": "rateRatio" } },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. "a.b" cannot name a treatment (scenario.json, line 3).
               A name is 1 to 80 letters, digits, spaces or any of - _ + ( ) %, and begins with a letter or digit.
            """);

    [Fact]
    public void A_knockdown_above_1() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "treatments": { "drug": { "kind": "knockdown", "knockdown": 80 } },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. treatments.drug.knockdown is 80 (scenario.json, line 3).
               It is a fraction, so it must be a number from 0 to 1.
            """);

    [Fact]
    public void An_interval_of_0() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "treatments": {
                "drug": {
                  "kind": "antisense", "doseMilligrams": 120,
                  "schedule": { "maintenanceIntervalDays": 0 },
                  "pharmacokinetics": {
                    "compartments": [ { "name": "csf", "volumeLiters": 0.04, "clearanceLitersPerHour": 0.02 }, { "name": "tissue", "volumeLiters": 0.01 } ],
                    "exchanges": [ { "between": ["csf", "tissue"], "litersPerHour": 0.001 } ],
                    "effectCompartment": "tissue"
                  },
                  "pharmacodynamics": { "maximumKnockdown": 0.9, "ec50MgPerL": 0.2 }
                }
              },
              "arms": [ { "name": "untreated" }, { "name": "early", "treatments": ["drug"], "start": { "at": "symptomOnset" } } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. treatments.drug.schedule.maintenanceIntervalDays is 0 (scenario.json, line 6).
               It is a length in days, so it must be a number from 1 to 36,525.
               For no doses after loading, leave it out.
            """);

    [Fact]
    public void An_exchange_with_an_unknown_compartment() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "treatments": {
                "drug": {
                  "kind": "antisense", "doseMilligrams": 120,
                  "schedule": { "maintenanceIntervalDays": 84 },
                  "pharmacokinetics": {
                    "compartments": [ { "name": "csf", "volumeLiters": 0.04, "clearanceLitersPerHour": 0.02 }, { "name": "tissue", "volumeLiters": 0.01 } ],
                    "exchanges": [ { "between": ["csf", "tisue"], "litersPerHour": 0.001 } ],
                    "effectCompartment": "tissue"
                  },
                  "pharmacodynamics": { "maximumKnockdown": 0.9, "ec50MgPerL": 0.2 }
                }
              },
              "arms": [ { "name": "untreated" }, { "name": "early", "treatments": ["drug"], "start": { "at": "symptomOnset" } } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. treatments.drug.pharmacokinetics.exchanges[0].between[1] is "tisue" (scenario.json, line 9).
               There is no compartment of that name; there are "csf", "tissue".
               Did you mean "tissue"?
            """);

    [Fact]
    public void An_unknown_effect_compartment() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "treatments": {
                "drug": {
                  "kind": "antisense", "doseMilligrams": 120,
                  "schedule": { "maintenanceIntervalDays": 84 },
                  "pharmacokinetics": {
                    "compartments": [ { "name": "csf", "volumeLiters": 0.04, "clearanceLitersPerHour": 0.02 }, { "name": "tissue", "volumeLiters": 0.01 } ],
                    "exchanges": [ { "between": ["csf", "tissue"], "litersPerHour": 0.001 } ],
                    "effectCompartment": "brain"
                  },
                  "pharmacodynamics": { "maximumKnockdown": 0.9, "ec50MgPerL": 0.2 }
                }
              },
              "arms": [ { "name": "untreated" }, { "name": "early", "treatments": ["drug"], "start": { "at": "symptomOnset" } } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. treatments.drug.pharmacokinetics.effectCompartment is "brain" (scenario.json, line 10).
               There is no compartment of that name; there are "csf", "tissue".
            """);

    [Fact]
    public void A_disconnected_effect_compartment() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "treatments": {
                "drug": {
                  "kind": "antisense", "doseMilligrams": 120,
                  "schedule": { "maintenanceIntervalDays": 84 },
                  "pharmacokinetics": {
                    "compartments": [ { "name": "csf", "volumeLiters": 0.04, "clearanceLitersPerHour": 0.02 }, { "name": "tissue", "volumeLiters": 0.01 } ],
                    "exchanges": [],
                    "effectCompartment": "tissue"
                  },
                  "pharmacodynamics": { "maximumKnockdown": 0.9, "ec50MgPerL": 0.2 }
                }
              },
              "arms": [ { "name": "untreated" }, { "name": "early", "treatments": ["drug"], "start": { "at": "symptomOnset" } } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. treatments.drug.pharmacokinetics.effectCompartment is "tissue" (scenario.json, line 10).
               No exchange leads to it from the dosed compartment, which is "csf", so the drug would never act.
               Add an exchange to exchanges.
            """);

    [Fact]
    public void A_dose_is_missing() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "treatments": {
                "drug": {
                  "kind": "antisense", 
                  "schedule": { "maintenanceIntervalDays": 84 },
                  "pharmacokinetics": {
                    "compartments": [ { "name": "csf", "volumeLiters": 0.04, "clearanceLitersPerHour": 0.02 }, { "name": "tissue", "volumeLiters": 0.01 } ],
                    "exchanges": [ { "between": ["csf", "tissue"], "litersPerHour": 0.001 } ],
                    "effectCompartment": "tissue"
                  },
                  "pharmacodynamics": { "maximumKnockdown": 0.9, "ec50MgPerL": 0.2 }
                }
              },
              "arms": [ { "name": "untreated" }, { "name": "early", "treatments": ["drug"], "start": { "at": "symptomOnset" } } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. treatments.drug.doseMilligrams is missing (scenario.json, line 4).
               It has no default. Amount of one dose.
            """);

    [Theory]
    [InlineData("\"loadingDays\": [0, 28], \"loadingMilligrams\": [20]", "treatments.drug.schedule.loadingMilligrams is a list", "There must be as many amounts as loadingDays.")]
    [InlineData("\"loadingMilligrams\": [20, 40]", "treatments.drug.schedule.loadingMilligrams is a list", "There must be as many amounts as loadingDays.")]
    [InlineData(
        "\"loadingMilligrams\": [20], \"missedDoseProbability\": 0.1",
        "treatments.drug.schedule.missedDoseProbability is 0.1",
        "With loadingMilligrams it must be 0: a part of a dose cannot be missed.")]
    [InlineData("\"loadingMilligrams\": [0]", "treatments.drug.schedule.loadingMilligrams[0] is 0", "It is a dose in mg, so it must be a number more than 0 and at most 100,000.")]
    [InlineData("\"loadingDays\": [0, 28], \"loadingMilligrams\": [40, 20]", "treatments.drug.schedule.loadingMilligrams[1] is 20", "It must be more than the number before it.")]
    public void Escalating_doses_that_cannot_be(string schedule, string statement, string rule)
    {
        var problem = Assert.Single(WrittenScenario.Of($$"""
            {
              "name": "x",
              "treatments": {
                "drug": {
                  "kind": "antisense", "doseMilligrams": 120,
                  "schedule": { {{schedule}} },
                  "pharmacokinetics": { "compartments": [ { "name": "csf", "volumeLiters": 0.04, "clearanceLitersPerHour": 0.02 } ], "effectCompartment": "csf" },
                  "pharmacodynamics": { "maximumKnockdown": 0.9, "ec50MgPerL": 0.2 }
                }
              },
              "arms": [ { "name": "untreated" }, { "name": "early", "treatments": ["drug"], "start": { "at": "symptomOnset" } } ]
            }
            """).Load().Problems);

        Assert.Equal((statement, rule, 6), (problem.Statement, problem.Rule, problem.Line!.Value));
    }
}

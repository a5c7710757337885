using ProgressionSim.Engine.Sampling;
using ProgressionSim.Engine.Population;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Scenarios.Tests.Loading;

/// <summary>How files, command-line values and defaults are put together. Exact.</summary>
public sealed class LayeringTests
{
    [Fact]
    public void The_last_of_several_extended_files_wins_and_the_file_itself_wins_over_all()
    {
        var plan = WrittenScenario.Of("""{ "name": "x", "extends": ["a.json", "b.json"], "horizonMonths": 12, "arms": [ { "name": "u" } ] }""")
            .With("a.json", """{ "seed": 1, "patients": 10, "horizonMonths": 1, "stepDays": 1 }""")
            .With("b.json", """{ "seed": 2, "patients": 20, "horizonMonths": 2 }""")
            .Accepted().Plan!;

        Assert.Equal((2u, 20L, 12, 1.0), (plan.Seed, plan.Patients, plan.HorizonMonths, plan.StepDays));
    }

    [Fact]
    public void A_file_wins_over_what_it_extends_at_any_depth_and_a_file_may_be_extended_twice()
    {
        var plan = WrittenScenario.Of("""{ "name": "x", "extends": ["sub/a.json", "sub/b.json"], "arms": [ { "name": "u" } ] }""")
            .With("sub/a.json", """{ "extends": "deep/c.json", "seed": 1 }""")
            .With("sub/b.json", """{ "extends": "deep/c.json" }""")
            .With("sub/deep/c.json", """{ "seed": 3, "patients": 30 }""")
            .Accepted().Plan!;

        Assert.Equal((3u, 30L), (plan.Seed, plan.Patients));
    }

    [Fact]
    public void Lists_replace_whole()
    {
        var plan = WrittenScenario.Of("""{ "name": "x", "extends": "a.json", "arms": [ { "name": "c" } ] }""")
            .With("a.json", """{ "arms": [ { "name": "a" }, { "name": "b" } ] }""")
            .Accepted().Plan!;

        Assert.Equal("c", Assert.Single(plan.Arms).Name);
    }

    [Fact]
    public void Null_resets_to_the_default_and_does_not_make_a_key_known()
    {
        var plan = WrittenScenario.Of("""{ "name": "x", "extends": "a.json", "horizonMonths": null, "disease": null, "arms": [ { "name": "u" } ] }""")
            .With("a.json", """{ "horizonMonths": 7, "disease": { "focusFraction": 0.5 } }""")
            .Accepted().Plan!;

        Assert.Equal((60, 0.005), (plan.HorizonMonths, plan.Disease.FocusFraction));
    }

    [Fact]
    public void Objects_merge_by_key()
    {
        var disease = WrittenScenario.Smallest("\"extends\": \"a.json\", \"disease\": { \"death\": { \"ratePerMonth\": 0.1 } }")
            .With("a.json", """{ "disease": { "death": { "ratePerMonth": 0.2, "proteinExponent": 2 }, "focusFraction": 0.01 } }""")
            .Accepted().Plan!.Disease;

        Assert.Equal((RegionValues.Uniform(0.1), 2.0, 0.01), (disease.Death.RatePerMonth, disease.Death.ProteinExponent, disease.FocusFraction));
    }

    [Fact]
    public void A_treatment_of_another_kind_replaces_whole()
    {
        var treatment = WrittenScenario.Smallest("\"extends\": \"a.json\", \"treatments\": { \"drug\": { \"kind\": \"rateRatio\", \"deathRatio\": 0.5 } }")
            .With("a.json", """{ "treatments": { "drug": { "kind": "knockdown", "knockdown": 0.8, "rampMonths": 3 } } }""")
            .Accepted().Plan!.Treatments;

        Assert.Equal(new RateRatioTreatment("drug") { StressRatio = 1, DeathRatio = 0.5, RampMonths = 0 }, Assert.Single(treatment));
    }

    [Fact]
    public void A_treatment_of_the_same_kind_merges()
    {
        var treatment = WrittenScenario.Smallest("\"extends\": \"a.json\", \"treatments\": { \"drug\": { \"knockdown\": 0.5 } }")
            .With("a.json", """{ "treatments": { "drug": { "kind": "knockdown", "knockdown": 0.8, "rampMonths": 3 } } }""")
            .Accepted().Plan!.Treatments;

        Assert.Equal(new KnockdownTreatment("drug") { Knockdown = 0.5, RampMonths = 3 }, Assert.Single(treatment));
    }

    [Fact]
    public void A_distribution_of_another_family_replaces_whole_and_a_part_of_one_is_completed_by_the_default()
    {
        var quantities = WrittenScenario.Smallest("""
            "population": { "progressionRate": { "distribution": "uniform", "min": 0.5, "max": 2 }, "diagnosticDelayMonths": { "cv": 0.5 } }
            """).Accepted().Plan!.Population.Quantities;

        Assert.Equal(new UniformDistribution(0.5, 2), quantities[(int)PatientQuantity.ProgressionRate]);
        Assert.Equal(LogNormalDistribution.FromMedianAndCv(10.7, 0.5), quantities[(int)PatientQuantity.DiagnosticDelayMonths]);
    }

    [Theory]
    [InlineData("horizonMonths=24", 24, 0.005, 0)]
    [InlineData("disease.focusFraction=0.1", 60, 0.1, 0)]
    [InlineData("arms[1].start.offsetMonths=-6", 60, 0.005, -6)]
    [InlineData("arms[late].start.offsetMonths=6", 60, 0.005, 6)]
    [InlineData("arms[late].start={\"at\":\"diagnosis\",\"offsetMonths\":1}", 60, 0.005, 1)]
    public void The_command_line_wins(string set, int horizonMonths, double focusFraction, double offsetMonths)
    {
        var plan = WrittenScenario.Of("""
            {
              "name": "x",
              "treatments": { "drug": { "kind": "knockdown", "knockdown": 0.8 } },
              "arms": [ { "name": "untreated" }, { "name": "late", "treatments": ["drug"], "start": { "at": "symptomOnset" } } ]
            }
            """).Set(set).Accepted().Plan!;

        Assert.Equal((horizonMonths, focusFraction, offsetMonths), (plan.HorizonMonths, plan.Disease.FocusFraction, plan.Arms[1].Treatments[0].Start.OffsetMonths));
    }

    [Fact]
    public void The_command_line_may_set_a_part_of_a_short_form()
    {
        var plan = WrittenScenario.Of("""
            {
              "name": "x",
              "treatments": { "drug": { "kind": "knockdown", "knockdown": 0.8 } },
              "arms": [ { "name": "a", "treatments": ["drug"], "start": { "at": "symptomOnset" } } ]
            }
            """)
            .Set("arms[a].treatments[drug].stopAfterMonths=3")
            .Set("disease.death.ratePerMonth.bulbar=0.1")
            .Set("population.progressionRate.cv=0.2")
            .Set("description=no quotation marks needed")
            .Accepted().Plan!;

        Assert.Equal(3, plan.Arms[0].Treatments[0].StopAfterMonths);
        Assert.Equal(new RegionValues(0.1, 0.072, 0.072, 0.072), plan.Disease.Death.RatePerMonth);
        Assert.Equal(LogNormalDistribution.FromMedianAndCv(1, 0.2), plan.Population.Quantities[(int)PatientQuantity.ProgressionRate]);
        Assert.Equal("no quotation marks needed", plan.Description);
    }

    [Fact]
    public void Comments_trailing_commas_and_a_schema_are_allowed() =>
        WrittenScenario.Of("""
            {
              // a comment
              "$schema": "anything.json", /* another */
              "name": "x",
              "arms": [ { "name": "untreated", }, ],
            }
            """).Accepted();

    [Fact]
    public void Every_value_knows_where_it_was_written()
    {
        var origins = WrittenScenario.Of("{\n  \"name\": \"x\",\n  \"extends\": \"sub/a.json\",\n  \"arms\": [\n    { \"name\": \"u\" }\n  ]\n}")
            .With("sub/a.json", "{\n\n  \"seed\": 7 }")
            .Set("patients=5")
            .Accepted().Scenario!.Origins;

        Assert.Equal(("scenario.json", 5, 7), (origins["arms[0].name"].File, origins["arms[0].name"].Line!.Value, origins["arms[0].name"].Column!.Value));
        Assert.Equal(("sub/a.json", 3), (origins["seed"].File, origins["seed"].Line!.Value));
        Assert.Equal("--set patients=5", origins["patients"].File);
        Assert.True(origins["disease.death.ratePerMonth"].IsDefault);
    }
}

using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Scenarios.Loading;

namespace ProgressionSim.Scenarios.Tests.Run;

/// <summary>Values of scenario files arrive where the engine reads them. Exact, against values written by hand.</summary>
public sealed class MappingTests
{
    [Fact]
    public void The_smallest_scenario_has_every_default()
    {
        var plan = WrittenScenario.Of("""{ "name": "x", "arms": [ { "name": "untreated" } ] }""").Accepted().Plan!;

        Assert.Equal(("x", "x", ""), (plan.Name, plan.Title, plan.Description));
        Assert.Equal((1u, 10_000L, 60, 24, 360, 7.0, ReportOrigin.SymptomOnset), (plan.Seed, plan.Patients, plan.HorizonMonths, plan.MonthsBeforeOrigin, plan.MaximumMonthsToOrigin, plan.StepDays, plan.ReportFrom));
        Assert.Equal(RegionValues.Uniform(1000), plan.Disease.MotorNeuronsPerRegion);
        Assert.Equal(new RegionValues(1, 1, 0.82, 1), plan.Disease.RegionVulnerability);
        Assert.Equal([new(0, 1, 0.4, 0.15), new(0.8, 0, 1, 0.4), new(0.3, 0.8, 0, 0.6), new(0.15, 0.5, 0.6, 0)], plan.Disease.Stress.Contiguity);
        Assert.Equal((0.3, 0.15), (plan.Disease.Stress.ProteinIndependentShare, plan.Disease.Death.ProteinIndependentShare));
        Assert.Equal([0.28, 0.5, 0.72, 0.88], plan.Measures.FunctionScores.AlsfrsThresholds);
        Assert.Equal((2.8, 5.0, 1.04, 0.09), (plan.Measures.FunctionScores.SvcExponent, plan.Measures.FunctionScores.SvcNoiseSdPercent, plan.Measures.FunctionScores.AlsfrsDiscrimination, plan.Measures.FunctionScores.MotorUnitNumberCv));
        Assert.Equal((500.0, 150_000.0, 1.5), (plan.Measures.Neurofilament.BaselinePgPerMl, plan.Measures.Neurofilament.ReleasePgPerMlMonths, plan.Measures.Neurofilament.HalfLifeMonths));
        Assert.Equal((0.41, 2.1, 0.0005), (plan.Measures.Survival.MaximumRatePerMonth, plan.Measures.Survival.RespiratorySteepness, plan.Measures.Survival.BackgroundRatePerMonth));
        Assert.Empty(plan.Treatments);
        Assert.Empty(Assert.Single(plan.Arms).Treatments);
    }

    [Fact]
    public void Quantities_stand_at_their_numbers()
    {
        var quantities = WrittenScenario.Smallest("""
            "population": { "onsetRegion": "respiratory", "enrolmentMonths": 9 },
            "disease": { "stress": { "betweenRegionRatePerMonth": 0.002 }, "recovery": { "treatedRatePerMonth": 0.03 } },
            "measures": { "alsfrs": { "visitNoiseSd": 0.4 } }
            """).Accepted().Plan!.Population.Quantities;

        Assert.Equal(LogNormalDistribution.FromMedianAndCv(1, 0.47), quantities[(int)PatientQuantity.ProgressionRate]);
        Assert.Equal(new TruncatedDistribution(new NormalDistribution(60, 12), 18, 95), quantities[(int)PatientQuantity.AgeAtBiologicalOnsetYears]);
        Assert.Equal(new ConstantDistribution((int)Region.Respiratory), quantities[(int)PatientQuantity.OnsetRegion]);
        Assert.Equal(new ConstantDistribution(9), quantities[(int)PatientQuantity.EnrolmentMonths]);
        Assert.Equal(new ConstantDistribution(0.4), quantities[(int)PatientQuantity.AlsfrsVisitNoiseSd]);
        Assert.Equal(new ConstantDistribution(0.002), quantities[(int)PatientQuantity.BetweenRegionRatePerMonth]);
        Assert.Equal(new ConstantDistribution(0.03), quantities[(int)PatientQuantity.TreatedRecoveryRatePerMonth]);
        Assert.All([9, 10, 11, 12], index => Assert.Equal(LogNormalDistribution.FromMedianAndCv(1, 0.2), quantities[index]));
    }

    [Fact]
    public void A_distribution_that_could_leave_the_range_of_its_setting_is_limited_to_it()
    {
        var quantities = WrittenScenario.Smallest("""
            "population": { "progressionRate": { "distribution": "normal", "mean": 1, "sd": 1 }, "diagnosticDelayMonths": { "distribution": "normal", "mean": 300, "sd": 1 } }
            """).Accepted().Plan!.Population.Quantities;

        Assert.Equal(new TruncatedDistribution(new NormalDistribution(1, 1), 0, 100), quantities[(int)PatientQuantity.ProgressionRate]);
        Assert.Equal(new NormalDistribution(300, 1), quantities[(int)PatientQuantity.DiagnosticDelayMonths]);
    }

    [Theory]
    [InlineData("""{ "distribution": "constant", "value": 2 }""", 2)]
    [InlineData("""{ "distribution": "normal", "mean": 2, "sd": 0 }""", 2)]
    [InlineData("""{ "distribution": "logNormal", "median": 2, "cv": 0 }""", 2)]
    [InlineData("""{ "distribution": "uniform", "min": 1, "max": 3 }""", 2)]
    [InlineData("""{ "distribution": "triangular", "min": 1, "mode": 2, "max": 3 }""", 2)]
    [InlineData("""{ "distribution": "gamma", "mean": 2, "cv": 0.1 }""", 2)]
    [InlineData("""{ "distribution": "gamma", "shape": 4, "scale": 0.5 }""", 2)]
    [InlineData("""{ "distribution": "beta", "alpha": 1, "beta": 1 }""", 0.5)]
    [InlineData("""{ "distribution": "weibull", "shape": 1, "scale": 2 }""", 2)]
    [InlineData("""{ "distribution": "empirical", "values": [1, 4], "weights": [2, 1] }""", 2)]
    public void Every_family_can_be_written(string json, double mean)
    {
        var rate = WrittenScenario.Smallest($"\"population\": {{ \"progressionRate\": {json} }}").Accepted().Plan!.Population.Quantities[(int)PatientQuantity.ProgressionRate];

        Assert.Equal(mean, rate.Mean, 1e-9);
    }

    [Fact]
    public void Correlations_and_subgroups_reach_the_population()
    {
        var population = WrittenScenario.Smallest("""
            "population": {
              "correlations": [ { "between": ["progressionRate", "regionVulnerabilityFactor"], "value": 0.3 } ],
              "subgroups": [ { "name": "young", "share": 0.25, "regionVulnerabilityFactor": 2, "treatedRecoveryRatePerMonth": 0.1, "onsetRegion": "bulbar" } ]
            }
            """).Accepted().Plan!.Population;

        Assert.Equal(
            [PatientQuantity.BulbarVulnerability, PatientQuantity.CervicalVulnerability, PatientQuantity.RespiratoryVulnerability, PatientQuantity.LumbosacralVulnerability],
            population.Correlations.Select(correlation => correlation.Second));
        Assert.All(population.Correlations, correlation => Assert.Equal((PatientQuantity.ProgressionRate, 0.3), (correlation.First, correlation.Value)));
        var young = Assert.Single(population.Subgroups);
        Assert.Equal(("young", 0.25, 6), (young.Name, young.Share, young.Overrides.Count));
        Assert.Equal(new ConstantDistribution(0.1), young.Overrides[PatientQuantity.TreatedRecoveryRatePerMonth]);
        Assert.Equal(new ConstantDistribution(2), young.Overrides[PatientQuantity.LumbosacralVulnerability]);
        Assert.Equal(new ConstantDistribution(0), young.Overrides[PatientQuantity.OnsetRegion]);
    }

    [Fact]
    public void The_assumed_drug_reaches_the_plan()
    {
        var plan = ScenarioLoader.Load(Path.Combine(ShippedFiles.Folder, "early-vs-late.json"), []).Plan!;

        var drug = Assert.IsType<AntisenseTreatment>(Assert.Single(plan.Treatments));
        Assert.Equal(("ulefnersen", 120.0, 84.0), (drug.Name, drug.DoseMilligrams, drug.Schedule.MaintenanceIntervalDays!.Value));
        Assert.Equal([0.0, 28.0], drug.Schedule.LoadingDays);
        Assert.Equal([new("csf", 0.0436042, 0.0176577), new("peripheralCsf", 0.0517384, 0), new("tissue", 0.0117556, 0)], drug.Pharmacokinetics.Compartments);
        Assert.Equal([new(0, 1, 0.00982466), new(0, 2, 0.0000120953)], drug.Pharmacokinetics.Exchanges);
        Assert.Equal(2, drug.Pharmacokinetics.EffectCompartment);
        Assert.Equal(new DrugResponseVariation(LogNormalDistribution.FromMedianAndCv(0.5, 0.5), LogNormalDistribution.FromMedianAndCv(1, 0.17)), Assert.Single(plan.Population.DrugResponse));
        Assert.Equal(20_250_527u, plan.Seed);
        Assert.Equal(["untreated", "early", "atSymptoms", "late"], plan.Arms.Select(arm => arm.Name), StringComparer.Ordinal);
        Assert.Equal([-12.0, 0.0, 12.0], plan.Arms.Skip(1).Select(arm => Assert.Single(arm.Treatments).Start.OffsetMonths));
    }

    [Fact]
    public void Arms_may_give_each_treatment_a_start_and_stop()
    {
        var plan = WrittenScenario.Of("""
            {
              "name": "x",
              "treatments": {
                "slower": { "kind": "rateRatio", "stressRatio": 0.7, "rampMonths": 2 },
                "ideal": { "kind": "knockdown", "knockdown": 0.8, "stopAfterMonths": 48 }
              },
              "arms": [ {
                "name": "combined",
                "start": { "at": "age", "ageYears": 25, "offsetMonths": 6 },
                "treatments": [ "ideal", { "use": "slower", "start": { "at": "neurofilamentAbove", "pgPerMl": 1800, "screeningIntervalMonths": 6 }, "stopAfterMonths": 36 } ]
              } ]
            }
            """).Accepted().Plan!;

        Assert.Equal(["ideal", "slower"], plan.Treatments.Select(treatment => treatment.Name), StringComparer.Ordinal);
        Assert.Equal(48, plan.Treatments[0].StopAfterMonths);
        Assert.Equal(
            [
                new ArmTreatment(0, new TreatmentStart { At = StartAt.Age, AgeYears = 25, OffsetMonths = 6 }, null),
                new ArmTreatment(1, new TreatmentStart { At = StartAt.NeurofilamentAbove, NeurofilamentPgPerMl = 1800, ScreeningIntervalMonths = 6 }, 36),
            ],
            plan.Arms[0].Treatments);
    }

    [Fact]
    public void The_order_in_which_treatments_are_written_does_not_matter()
    {
        const string a = "\"a\": { \"kind\": \"rateRatio\" }";
        const string b = "\"B\": { \"kind\": \"knockdown\", \"knockdown\": 1 }";
        var first = WrittenScenario.Smallest($"\"treatments\": {{ {a}, {b} }}").Accepted().Plan!;
        var second = WrittenScenario.Smallest($"\"treatments\": {{ {b}, {a} }}").Accepted().Plan!;

        Assert.Equal(first.ScenarioSha256, second.ScenarioSha256);
        Assert.Equal(first.Treatments, second.Treatments);
    }

    [Fact]
    public void Reporting_from_biological_onset_shows_nothing_before() =>
        Assert.Equal(0, WrittenScenario.Smallest("\"reportFrom\": \"biologicalOnset\"").Accepted().Plan!.MonthsBeforeOrigin);

    [Fact]
    public void Sections_of_experiments_are_kept() =>
        Assert.NotNull(WrittenScenario.Smallest("\"sweep\": { \"axes\": [ { \"path\": \"disease.focusFraction\", \"from\": 0.01, \"to\": 0.02, \"count\": 2 } ] }")
            .Accepted().Scenario!.Document["sweep"]);

    [Fact]
    public void Escalating_doses_are_shares_of_a_dose()
    {
        var plan = WrittenScenario.Of("""
            {
              "name": "x",
              "treatments": {
                "drug": {
                  "kind": "antisense", "doseMilligrams": 120,
                  "schedule": { "loadingDays": [0, 28, 56], "loadingMilligrams": [20, 60, 120] },
                  "pharmacokinetics": { "compartments": [ { "name": "csf", "volumeLiters": 0.04, "clearanceLitersPerHour": 0.02 } ], "effectCompartment": "csf" },
                  "pharmacodynamics": { "maximumKnockdown": 0.9, "ec50MgPerL": 0.2 }
                }
              },
              "arms": [ { "name": "untreated" }, { "name": "early", "treatments": ["drug"], "start": { "at": "symptomOnset" } } ]
            }
            """).Accepted().Plan!;

        var schedule = Assert.IsType<AntisenseTreatment>(Assert.Single(plan.Treatments)).Schedule;
        Assert.Equal([0.0, 28.0, 56.0], schedule.LoadingDays);
        Assert.Equal([20.0 / 120, 0.5, 1.0], schedule.LoadingShares!);
    }
}

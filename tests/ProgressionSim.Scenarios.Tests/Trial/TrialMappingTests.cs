using ProgressionSim.Engine.Running;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Scenarios.Trial;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Scenarios.Tests.Trial;

/// <summary>Values of the trial section arrive in the design. Exact, against values written by hand.</summary>
public sealed class TrialMappingTests
{
    private static readonly TrialMeasure Total = new("alsfrsTotal", "points", MeasureSource.Visit, 24, HigherIsBetter: true);
    private static readonly TrialMeasure Change = new("alsfrsChange", "points", MeasureSource.ChangeFromBaseline, 24, HigherIsBetter: true);
    private static readonly TrialMeasure Svc = new("svcPercent", "% of predicted", MeasureSource.Visit, 27, HigherIsBetter: true);
    private static readonly TrialMeasure Neurofilament = new("neurofilamentPgPerMl", "pg/mL", MeasureSource.Visit, 28, HigherIsBetter: false);
    private static readonly TrialMeasure Age = new("ageYears", "years", MeasureSource.Baseline, 0, HigherIsBetter: false);
    private static readonly TrialMeasure Months = new("monthsSinceSymptomOnset", "months", MeasureSource.Baseline, 1, HigherIsBetter: false);
    private static readonly TrialMeasure Subgroup = new("subgroup", "", MeasureSource.Baseline, 3, HigherIsBetter: false);

    [Fact]
    public void A_scenario_without_trial_has_none()
    {
        Assert.Null(WrittenScenario.Smallest().Accepted().Trial);
        Assert.Null(WrittenScenario.Smallest("\"trial\": null").Accepted().Trial);
    }

    [Fact]
    public void The_smallest_trial_has_every_default()
    {
        var result = WrittenTrial.With().Accepted();
        var trial = result.Trial!;

        Assert.Equal(("x", "x", "", result.Scenario!.Sha256, 1u), (trial.Name, trial.Title, trial.Description, trial.ScenarioSha256, trial.Seed));
        Assert.Equal([new TrialArm("placebo", 0, 1), new TrialArm("active", 1, 1)], trial.Arms);
        Assert.Equal((100, 0.05, 2, 10_000), (trial.Patients, trial.Alpha, trial.Sides, trial.Replicates));
        Assert.Equal((10.0, 0.0, 1, 0.0), (trial.Recruitment.RatePerMonth, trial.Recruitment.RampMonths, trial.Recruitment.Sites, trial.Recruitment.MonthsBetweenSites));
        Assert.Empty(trial.Recruitment.Pauses);
        Assert.Empty(trial.Recruitment.Screening);
        Assert.Empty(trial.Recruitment.StratifyBy);
        Assert.Null(trial.Recruitment.BlockSize);
        Assert.Equal([0.0, 12, 24, 36, 48], trial.Visits.Weeks);
        Assert.Equal((0.0, 0.0), (trial.Visits.WindowDays, trial.Visits.MissedProbability));
        Assert.Equal([0.0, 0.0], trial.Dropout.RatePerMonth);
        Assert.Equal((1.0, false), (trial.Dropout.HazardRatioPerPointLost, trial.Dropout.VitalStatusKnown));
        Assert.Null(trial.Rescue);
        Assert.Null(trial.OpenLabel);
        Assert.Null(trial.Interim);
        Assert.Null(trial.Reestimation);
        Assert.Null(trial.PatientBank);
        Assert.Equal(0, trial.Primary);
        var slope = Assert.Single(trial.Endpoints);
        Assert.Equal(("slope", AnalysisMethod.RandomSlope, Total, 4, false), (slope.Name, slope.Analysis, slope.Measure, slope.Visit, slope.Logarithm));
        Assert.Equal((DeathHandling.Missing, RescueHandling.Use), (slope.Deaths, slope.AfterRescue));
        Assert.Null(slope.Event);
        Assert.Empty(slope.Responder);
        Assert.Empty(slope.Covariates);
        var run = Assert.IsType<MechanisticPatients>(trial.Model).Run;
        Assert.Equal((ReportOrigin.Enrolment, 0), (run.ReportFrom, run.MonthsBeforeOrigin));
        Assert.Null(run.Enrolment);
        Assert.Equal(result.Plan!.Arms, run.Arms);
    }

    [Fact]
    public void Everything_that_can_be_said_about_recruitment()
    {
        var plan = WrittenTrial.With(("recruitment", """
            {
              "ratePerMonth": 5, "rampMonths": 6, "sites": 8, "monthsBetweenSites": 0.5,
              "pauses": [ { "fromMonth": 3, "toMonth": 5 }, { "fromMonth": 8, "toMonth": 9.5 } ],
              "screening": [
                { "measure": "ageYears", "min": 18, "max": 80 },
                { "anyOf": [ [ { "measure": "svcPercent", "min": 50 } ], [ { "measure": "svcPercent", "below": 50 }, { "measure": "monthsSinceSymptomOnset", "max": 12 } ] ] },
                { "measure": "subgroup", "is": "old" },
                { "measure": "subgroup", "is": 2 },
                { "measure": "alsfrsTotal", "above": 30 }
              ],
              "stratifyBy": ["subgroup", "bulbarOnset", "site", "kingsStage", { "measure": "ageYears", "cuts": [40, 60] }],
              "blockSize": 8
            }
            """)).Accepted().Trial!.Recruitment;

        Assert.Equal((5.0, 6.0, 8, 0.5, 8), (plan.RatePerMonth, plan.RampMonths, plan.Sites, plan.MonthsBetweenSites, plan.BlockSize));
        Assert.Equal([new RecruitmentPause(3, 5), new RecruitmentPause(8, 9.5)], plan.Pauses);
        Assert.Equal(
            [
                [[new(Age, Comparison.AtLeast, 18), new(Age, Comparison.AtMost, 80)]],
                [[new(Svc, Comparison.AtLeast, 50)], [new(Svc, Comparison.Below, 50), new(Months, Comparison.AtMost, 12)]],
                [[new(Subgroup, Comparison.Is, 1)]],
                [[new(Subgroup, Comparison.Is, 2)]],
                [[new(Total, Comparison.Above, 30)]],
            ],
            plan.Screening.Select(rule => rule.Alternatives));

        // Two subgroups that leave a quarter over are three levels.
        Assert.Equal([3, 2, 8, 5, 3], plan.StratifyBy.Select(factor => factor.Levels));
        Assert.Equal(["subgroup", "bulbarOnset", "site", "kingsStage", "ageYears"], plan.StratifyBy.Select(factor => factor.Measure.Name), StringComparer.Ordinal);
        Assert.Equal([40.0, 60.0], plan.StratifyBy[4].Cuts);
        Assert.All(plan.StratifyBy.Take(4), factor => Assert.Empty(factor.Cuts));
    }

    [Fact]
    public void Everything_that_can_be_said_about_follow_up()
    {
        var trial = WrittenTrial.With(
            ("visits", """{ "weeks": [-12, 0, 12, 24.5], "windowDays": 7, "missedProbability": 0.03 }"""),
            ("dropout", """{ "ratePerMonth": { "active": 0.02, "placebo": 0.01 }, "hazardRatioPerPointLost": 1.05, "vitalStatusKnown": true }"""),
            ("rescue", """{ "fromDay": 80, "when": [ { "measure": "alsfrsTotal", "below": 15 }, { "measure": "alsfrsChange", "atMost": -10 } ], "to": "placebo" }"""),
            ("openLabel", """{ "afterWeeks": 12 }"""),
            ("enrolment", """{ "at": "neurofilamentAbove", "pgPerMl": 1800, "offsetMonths": 1, "screeningIntervalMonths": 3 }""")).Accepted().Trial!;

        Assert.Equal([-12.0, 0, 12, 24.5], trial.Visits.Weeks);
        Assert.Equal((7.0, 0.03, 1), (trial.Visits.WindowDays, trial.Visits.MissedProbability, trial.Visits.Baseline));
        Assert.Equal([0.01, 0.02], trial.Dropout.RatePerMonth);
        Assert.Equal((1.05, true), (trial.Dropout.HazardRatioPerPointLost, trial.Dropout.VitalStatusKnown));
        Assert.Equal((80.0, 0), (trial.Rescue!.FromDay, trial.Rescue.ToArm));
        Assert.Equal([new(Total, Comparison.Below, 15), new(Change, Comparison.AtMost, -10)], trial.Rescue.When);
        Assert.Equal(new OpenLabelRule(12, 1), trial.OpenLabel);
        Assert.Equal(
            new TreatmentStart { At = StartAt.NeurofilamentAbove, NeurofilamentPgPerMl = 1800, OffsetMonths = 1, ScreeningIntervalMonths = 3 },
            Assert.IsType<MechanisticPatients>(trial.Model).Run.Enrolment);
    }

    [Fact]
    public void The_enrolment_of_the_trial_is_that_of_a_run() =>
        Assert.Equal(new TreatmentStart { At = StartAt.Diagnosis }, WrittenTrial.With(("enrolment", """{ "at": "diagnosis" }""")).Accepted().Plan!.Enrolment);

    [Fact]
    public void Everything_that_can_be_said_about_endpoints()
    {
        var trial = WrittenTrial.With(
            ("endpoints", """
            [
              { "name": "a", "analysis": "ancova", "measure": "alsfrsTotal", "atWeek": 24, "deaths": "zero", "afterRescue": "leaveOut", "covariates": ["ageYears", "svcPercent"] },
              { "name": "b", "analysis": "mmrm", "measure": "neurofilamentPgPerMl" },
              { "name": "c", "analysis": "mmrm", "measure": "neurofilamentPgPerMl", "logarithm": false },
              { "name": "d", "analysis": "jointRank", "measure": "alsfrsTotal", "event": "deathVentilationOrRescue" },
              { "name": "e", "analysis": "cox", "event": { "name": "own", "death": true, "when": [ { "measure": "kingsStage", "atLeast": 4 } ] } },
              { "name": "f", "analysis": "chiSquare", "responder": [ { "measure": "alsfrsChange", "atLeast": 0 } ], "atWeek": 12 },
            ]
            """),
            ("rescue", """{ "when": [ { "measure": "alsfrsTotal", "below": 15 } ] }"""),
            ("primary", "\"d\"")).Accepted().Trial!;

        Assert.Equal(3, trial.Primary);
        Assert.Equal((AnalysisMethod.Ancova, Total, 2), (trial.Endpoints[0].Analysis, trial.Endpoints[0].Measure, trial.Endpoints[0].Visit));
        Assert.Equal((DeathHandling.Zero, RescueHandling.LeaveOut), (trial.Endpoints[0].Deaths, trial.Endpoints[0].AfterRescue));
        Assert.Equal([Age, Svc], trial.Endpoints[0].Covariates);
        Assert.Equal((Neurofilament, true, false), (trial.Endpoints[1].Measure, trial.Endpoints[1].Logarithm, trial.Endpoints[2].Logarithm));
        Assert.Equal((true, true, false), (trial.Endpoints[3].Event!.Death, trial.Endpoints[3].Event!.Rescue, trial.Endpoints[3].Event!.SymptomOnset));
        var own = trial.Endpoints[4].Event!;
        Assert.Equal(("own", true, false, false), (own.Name, own.Death, own.Rescue, own.SymptomOnset));
        Assert.Equal(new MeasureCondition(TrialMeasureNames.Find("kingsStage")!, Comparison.AtLeast, 4), Assert.Single(own.When));
        Assert.Equal(new MeasureCondition(Change, Comparison.AtLeast, 0), Assert.Single(trial.Endpoints[5].Responder));
        Assert.Equal(1, trial.Endpoints[5].Visit);
        Assert.Equal(1, trial.Rescue!.ToArm);
    }

    [Fact]
    public void Every_analysis_has_a_name_in_lower_camel_case() =>
        Assert.Equal(
            Enum.GetValues<AnalysisMethod>().Select(method => (char.ToLowerInvariant(method.ToString()[0]) + method.ToString()[1..], method)),
            EndpointSettings.Analyses.Select(analysis => (analysis.Key, analysis.Value)));

    [Theory]
    [InlineData("death", true, false, false)]
    [InlineData("deathOrVentilation", true, false, false)]
    [InlineData("deathVentilationOrRescue", true, true, false)]
    [InlineData("symptomOnset", false, false, true)]
    public void Events_by_name(string name, bool death, bool rescue, bool symptomOnset)
    {
        var known = EndpointSettings.Events[name];
        Assert.Equal((name, death, rescue, symptomOnset), (known.Name, known.Death, known.Rescue, known.SymptomOnset));
        Assert.Empty(known.When);
    }

    [Theory]
    [InlineData("obrienFleming", "", SpendingFunction.OBrienFleming, 0)]
    [InlineData("pocock", "", SpendingFunction.Pocock, 0)]
    [InlineData("hwangShihDeCani", ", \"parameter\": -4", SpendingFunction.HwangShihDeCani, -4)]
    [InlineData("kimDeMets", ", \"parameter\": 3", SpendingFunction.KimDeMets, 3)]
    [InlineData("obrienFlemingBoundary", "", SpendingFunction.OBrienFlemingBoundary, 0)]
    [InlineData("pocockBoundary", "", SpendingFunction.PocockBoundary, 0)]
    public void Looks_with_a_boundary(string name, string parameter, SpendingFunction spending, double value)
    {
        var interim = WrittenTrial.With(("interim", $$"""{ "looks": [0.5, 1], "spending": "{{name}}"{{parameter}}, "futility": { "spending": "kimDeMets", "parameter": 2, "power": 0.9 } }"""))
            .Accepted().Trial!.Interim!;

        Assert.Equal([0.5, 1.0], interim.Looks);
        Assert.Equal((spending, value), (interim.Spending, interim.SpendingParameter));
        Assert.Equal(new FutilityRule(null, SpendingFunction.KimDeMets, 2, 0.9), interim.Futility);
        Assert.Null(interim.Predictive);
    }

    [Fact]
    public void Looks_with_conditional_or_predictive_power_and_re_estimation()
    {
        var conditional = WrittenTrial.With(
            ("interim", """{ "looks": [0.3, 0.6, 1], "futility": { "conditionalPowerBelow": 0.1 } }"""),
            ("reestimation", """{ "atFraction": 0.5, "plannedSd": 8.5, "maximumPatients": 300 }"""),
            ("patientBank", "40000")).Accepted().Trial!;
        var predictive = WrittenTrial.With(("interim", """{ "looks": [0.5, 1], "predictive": { "successAbove": 0.99, "futilityBelow": 0.05, "priorInformationShare": 0.1 } }"""))
            .Accepted().Trial!;

        Assert.Equal(0.1, conditional.Interim!.Futility!.ConditionalPowerBelow);
        Assert.Equal(new SampleSizeReestimation(0.5, 8.5, 300), conditional.Reestimation);
        Assert.Equal(40_000, conditional.PatientBank);
        Assert.Equal(new PredictiveStopping(0.99, 0.05, 0.1), predictive.Interim!.Predictive);
        Assert.Null(predictive.Interim.Futility);
    }

    [Fact]
    public void A_random_slope_generator_with_survival()
    {
        var result = WrittenTrial.Generated(WrittenTrial.RandomSlope(", \"correlation\": 0.2, \"survival\": { \"medianMonths\": 20, \"shape\": 2 }, \"lowest\": 0, \"highest\": 48, \"wholePoints\": true")).Accepted();
        var patients = Assert.IsType<StatisticalPatients>(result.Trial!.Model);

        var only = Assert.Single(patients.Classes);
        Assert.Equal((38.0, 5.0, -1.0, 0.6, 0.2, 2.0), (only.InterceptMean, only.InterceptSd, only.SlopeMean, only.SlopeSd, only.Correlation, only.ResidualSd));
        Assert.Equal((1.0, 2.0, 0.0), (only.Share, only.HazardShape, only.Association));

        // Half have died at the median: exp(g0) 20^2 = log 2.
        Assert.Equal(Math.Log(2), Math.Exp(only.LogHazard) * 400, 1e-12);
        Assert.Equal((0.0, 48.0, true), (patients.Lowest, patients.Highest, patients.WholePoints));
        Assert.Equal([0, 1], result.Trial.Arms.Select(arm => arm.ModelArm));
        Assert.Equal([0.0, 0.3], patients.Effects.Select(effect => Assert.Single(effect.SlopeDifferencePerMonth)));
        Assert.Equal([1.0, 1.0], patients.Effects.Select(effect => Assert.Single(effect.HazardRatio)));
        Assert.Equal("untreated", Assert.Single(result.Plan!.Arms).Name);
    }

    [Fact]
    public void A_random_slope_generator_where_nobody_dies()
    {
        var patients = Assert.IsType<StatisticalPatients>(WrittenTrial.Generated(WrittenTrial.RandomSlope()).Accepted().Trial!.Model);

        Assert.Equal(double.NegativeInfinity, Assert.Single(patients.Classes).LogHazard);
        Assert.Equal((null, null, false), (patients.Lowest, patients.Highest, patients.WholePoints));
    }

    [Fact]
    public void A_shared_parameter_generator()
    {
        var patients = Assert.IsType<StatisticalPatients>(WrittenTrial.Generated(
            """{ "kind": "sharedParameter", "interceptMean": 38, "interceptSd": 5.11, "slopeMean": -1.06, "slopeSd": 1.131, "residualSd": 1.755, "hazardShape": 1.44, "logHazard": -2.28, "association": -0.12, "effects": { "slower": { "hazardRatio": 0.66 } } }""")
            .Accepted().Trial!.Model);

        var only = Assert.Single(patients.Classes);
        Assert.Equal((1.44, -2.28, -0.12), (only.HazardShape, only.LogHazard, only.Association));
        Assert.Equal((0.0, 0.66), (patients.Effects[1].SlopeDifferencePerMonth[0], patients.Effects[1].HazardRatio[0]));
    }

    [Fact]
    public void Latent_classes_with_effects_by_class()
    {
        var patients = Assert.IsType<StatisticalPatients>(WrittenTrial.Generated(
            """
            { "kind": "latentClasses", "classes": [
                { "name": "slow", "share": 0.6, "interceptMean": 39, "interceptSd": 3, "slopeMean": -0.5, "slopeSd": 0.15, "residualSd": 2.5, "survival": { "medianMonths": 60 } },
                { "name": "fast", "share": 0.4, "interceptMean": 38, "interceptSd": 3, "slopeMean": -3, "slopeSd": 0.15, "residualSd": 2.5, "logHazard": -3, "hazardShape": 1.2, "association": -0.1 } ],
              "effects": { "slower": { "slopeDifferencePerMonth": { "fast": 0.5, "slow": 0.1 }, "hazardRatio": 0.8 }, "another": {} } }
            """).Accepted().Trial!.Model);

        Assert.Equal([("slow", 0.6, -0.5), ("fast", 0.4, -3.0)], patients.Classes.Select(each => (each.Name, each.Share, each.SlopeMean)));
        Assert.Equal((-3.0, 1.2, -0.1), (patients.Classes[1].LogHazard, patients.Classes[1].HazardShape, patients.Classes[1].Association));
        Assert.Equal(["no effect", "another", "slower"], patients.Effects.Select(effect => effect.Name), StringComparer.Ordinal);
        Assert.Equal([0.1, 0.5], patients.Effects[2].SlopeDifferencePerMonth);
        Assert.Equal([0.8, 0.8], patients.Effects[2].HazardRatio);
    }

    [Fact]
    public void A_trial_carries_the_assumptions_of_its_scenario_with_sources()
    {
        var result = WrittenTrial.With(("alpha", "0.1")).Accepted();
        var trial = result.Trial!.Assumptions;

        Assert.Equal("set in scenario.json", Assert.Single(trial, assumption => assumption.Path == "trial.alpha").Source);
        Assert.Equal("Usual in confirmatory trials", Assert.Single(trial, assumption => assumption.Path == "trial.sides").Source);
        Assert.Contains(trial, assumption => assumption.Path == "disease.death.ratePerMonth");
        Assert.DoesNotContain(trial, assumption => assumption.Path == "patients");
        Assert.DoesNotContain(result.Plan!.Assumptions, assumption => assumption.Path == "trial.alpha");
        Assert.All(trial, assumption => Assert.NotEmpty(assumption.Source));
    }

    [Fact]
    public void A_trial_of_statistical_patients_assumes_nothing_of_the_disease()
    {
        var trial = WrittenTrial.Generated(WrittenTrial.RandomSlope()).Accepted().Trial!.Assumptions;

        Assert.Contains(trial, assumption => assumption.Path == "trial.generator.slopeMean");
        Assert.Contains(trial, assumption => assumption.Path == "seed");
        Assert.DoesNotContain(trial, assumption => assumption.Path.StartsWith("disease.", StringComparison.Ordinal));
    }

    [Fact]
    public void Values_of_a_trial_can_be_set_on_the_command_line()
    {
        var trial = WrittenTrial.With().Set("trial.patients=64").Set("trial.arms[active].allocation=2").Set("trial.endpoints[slope].atWeek=36").Set("trial.dropout.ratePerMonth=0.02").Accepted().Trial!;

        Assert.Equal((64, 2, 3, 0.02), (trial.Patients, trial.Arms[1].Allocation, trial.Endpoints[0].Visit, trial.Dropout.RatePerMonth[0]));
    }
}

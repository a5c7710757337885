using ProgressionSim.Scenarios.Loading;
using ProgressionSim.Scenarios.Validation;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Scenarios.Tests.Trial;

/// <summary>The trials that ship are those their descriptions say. Exact.</summary>
public sealed class ShippedTrialTests
{
    public static TheoryData<string> Paths { get; } =
    [
        "trials/fus-phase3.json", "trials/early-enrolment.json", "trials/middle-enrolment.json", "trials/late-enrolment.json",
        "trials/presymptomatic-nfl-trigger.json", "trials/general-als-slope.json",
    ];

    [Theory]
    [MemberData(nameof(Paths))]
    public void It_has_a_design_whose_assumptions_have_sources(string path)
    {
        var trial = Load(path);

        Assert.IsType<MechanisticPatients>(trial.Model);
        Assert.NotEmpty(trial.Description);
        Assert.NotNull(trial.PatientBank);
        Assert.All(trial.Assumptions, assumption => Assert.NotEmpty(assumption.Source));
        Assert.Contains(path, ScenarioCatalogue.List(ShippedFiles.Folder).Select(scenario => scenario.Path), StringComparer.Ordinal);
    }

    [Fact]
    public void The_phase_3_trial_has_the_rules_of_the_registry()
    {
        var trial = Load("trials/fus-phase3.json");

        Assert.Equal([("placebo", 1), ("active", 2)], trial.Arms.Select(arm => (arm.Name, arm.Allocation)));
        Assert.Equal((95, 0.05, 2), (trial.Patients, trial.Alpha, trial.Sides));
        Assert.Equal([0.0, 4, 12, 24, 36, 48, 60], trial.Visits.Weeks);
        Assert.Equal((252.0, 1), (trial.Rescue!.FromDay, trial.Rescue.ToArm));
        Assert.Equal([("alsfrsTotal", Comparison.Below, 15.0), ("alsfrsChange", Comparison.AtMost, -10.0)], trial.Rescue.When.Select(when => (when.Measure.Name, when.Comparison, when.Limit)));
        Assert.Equal([["svcPercent"], ["svcPercent", "ageYears", "ageYears", "monthsSinceSymptomOnset"]], trial.Recruitment.Screening[1].Alternatives.Select(all => all.Select(each => each.Measure.Name)));
        Assert.Equal(AnalysisMethod.JointRank, trial.Endpoints[trial.Primary].Analysis);
        Assert.Contains("no controlled efficacy result", trial.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Early_middle_and_late_differ_in_enrolment_alone()
    {
        var designs = new[] { "early", "middle", "late" }.Select(name => Load($"trials/{name}-enrolment.json")).ToList();

        foreach (var other in designs.Skip(1))
        {
            Assert.Equal(
                ["population.enrolmentMonths"],
                designs[0].Assumptions.Zip(other.Assumptions).Where(pair => pair.First != pair.Second).Select(pair => pair.First.Path),
                StringComparer.Ordinal);
        }
    }

    private static TrialDesign Load(string path)
    {
        var result = ScenarioLoader.Load(Path.Combine(ShippedFiles.Folder, path), []);
        Assert.True(result.Succeeded, result.Succeeded ? "" : ProblemText.Render(result.File, result.Problems));
        return Assert.IsType<TrialDesign>(result.Trial);
    }
}

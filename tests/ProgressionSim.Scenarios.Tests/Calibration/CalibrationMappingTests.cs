using ProgressionSim.Experiments.Calibration;
using ProgressionSim.Scenarios.Tests.Evidence;

namespace ProgressionSim.Scenarios.Tests.Calibration;

/// <summary>What a section about settings to fit becomes, with the evidence it names. Exact; the spread of logarithms by its formula.</summary>
public sealed class CalibrationMappingTests
{
    private const string Parameter = """{ "path": "disease.death.ratePerMonth", "distribution": "logNormal", "median": 0.07, "cv": 0.3, "min": 0.01, "max": 0.3 }""";

    [Fact]
    public void Little_is_enough()
    {
        var plan = Map($"\"parameters\": [{Parameter}]");

        Assert.Equal((3000, 10000, 150, 14), (plan.Patients, plan.PatientsOfPosterior, plan.Generations, plan.Candidates));
        Assert.Equal("evidence.json", plan.EvidenceFile);
        Assert.Equal("a", Assert.Single(plan.Evidence.Quantities).Name);
    }

    [Fact]
    public void Everything_can_be_said()
    {
        var plan = Map($$"""
            "parameters": [
              {{Parameter}},
              { "path": "disease.compensation.maximumEnlargement", "distribution": "normal", "mean": 3, "sd": 0.5 }
            ],
            "patients": 500, "patientsOfPosterior": 600, "generations": 20, "candidates": 8
            """);

        Assert.Equal((500, 600, 20, 8), (plan.Patients, plan.PatientsOfPosterior, plan.Generations, plan.Candidates));
        var sd = plan.Parameters[0].Sd;
        Assert.Equal(Math.Sqrt(Math.Log(1 + (0.3 * 0.3))), sd, 1e-12);
        Assert.Equal(0.07, plan.Parameters[0].Center, 1e-12);
        Assert.Equal(
            [
                new CalibratedParameter { Path = "disease.death.ratePerMonth", IsLogarithmic = true, Center = plan.Parameters[0].Center, Sd = sd, Minimum = 0.01, Maximum = 0.3 },
                new CalibratedParameter { Path = "disease.compensation.maximumEnlargement", IsLogarithmic = false, Center = 3, Sd = 0.5 },
            ],
            plan.Parameters);
    }

    [Fact]
    public void Evidence_is_the_lowest_layer()
    {
        var scenario = WrittenScenario.Of($$"""
            { "name": "x", "extends": "a.json", "calibration": { "targets": "below/evidence.json", "parameters": [{{Parameter}}] }, "arms": [ { "name": "untreated" } ] }
            """)
            .With("a.json", """{ "patients": 20 }""")
            .With("below/evidence.json", $$"""{ "extends": "population.json", "seed": 5, "patients": 10, "horizonMonths": 72, {{WrittenEvidence.Section(Target)}} }""")
            .With("below/population.json", """{ "horizonMonths": 48, "stepDays": 7 }""");
        var plan = scenario.Accepted().Plan!;

        Assert.Equal((5u, 20L, 72, 7.0), (plan.Seed, plan.Patients, plan.HorizonMonths, plan.StepDays));
    }

    [Fact]
    public void Targets_count_from_the_file_that_names_them() =>
        Assert.NotNull(WrittenScenario.Of("""{ "name": "x", "extends": "below/fit.json", "arms": [ { "name": "untreated" } ] }""")
            .With("below/fit.json", $$"""{ "calibration": { "targets": "evidence.json", "parameters": [{{Parameter}}] } }""")
            .With("below/evidence.json", $"{{ {WrittenEvidence.Section(Target)} }}")
            .Accepted().Experiments.Calibration);

    private static string Target => WrittenEvidence.Quantity("a", """{ "kind": "survivalMedian" }""", use: "fit");

    private static CalibrationPlan Map(string settings) =>
        WrittenExperiment.Of($"\"calibration\": {{ \"targets\": \"evidence.json\", {settings} }}")
            .With("evidence.json", $"{{ {WrittenEvidence.Section(Target)} }}")
            .Accepted().Experiments.Calibration!;
}

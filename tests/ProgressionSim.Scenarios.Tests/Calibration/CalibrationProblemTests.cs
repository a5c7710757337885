using ProgressionSim.Scenarios.Tests.Evidence;

namespace ProgressionSim.Scenarios.Tests.Calibration;

/// <summary>Mistakes in settings to fit and in the evidence they are fitted to. Exact: whole messages.</summary>
public sealed class CalibrationProblemTests
{
    private const string Parameter = """{ "path": "disease.death.ratePerMonth", "distribution": "logNormal", "median": 0.07, "cv": 0.3 }""";

    [Fact]
    public void Nothing_to_fit_to() => WrittenExperiment.Of($"\"calibration\": {{ \"targets\": \"evidence.json\", \"parameters\": [{Parameter}] }}")
        .With("evidence.json", $"{{ {WrittenEvidence.Section(WrittenEvidence.Quantity("a", """{ "kind": "survivalMedian" }"""))} }}")
        .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. calibration has nothing to fit to (scenario.json, line 8).
               The evidence must hold at least one quantity with "use": "fit".
               Name a file of evidence in calibration.targets.
            """);

    [Fact]
    public void Beliefs_that_a_search_cannot_use() => Of(
            """
            "parameters": [
              { "path": "disease.death.ratePerMonth", "distribution": "uniform", "min": 0.05, "max": 0.1 },
              { "path": "disease.focusFraction", "distribution": "logNormal", "median": 0.005, "cv": 0.3, "max": 0.004 },
              { "path": "disease.compensation.maximumEnlargement", "distribution": "normal", "mean": 2, "sd": 0.5, "min": 2.5, "max": 3 },
              { "path": "disease.deth.proteinExponent", "distribution": "normal", "mean": 2, "sd": 0.5 }
            ]
            """)
        .IsRefused(
            """
            scenario.json: 4 problems, nothing was run.

            1. calibration.parameters[0].distribution is "uniform" (scenario.json, line 10).
               What is believed about a setting to be fitted must be normal or logNormal; limits go into min and max.
               Write "logNormal" with median and cv.
            2. calibration.parameters[1].median is 0.005 (scenario.json, line 11).
               The search starts there, so it must lie between min and max.
            3. calibration.parameters[2].mean is 2 (scenario.json, line 12).
               The search starts there, so it must lie between min and max.
            4. calibration.parameters[3].path is "disease.deth.proteinExponent" (scenario.json, line 13).
               disease.deth is not a known setting.
               Did you mean "death"?
            """);

    [Fact]
    public void Beliefs_without_spread() => Of(
            """
            "parameters": [
              { "path": "disease.death.ratePerMonth", "distribution": "logNormal", "median": 0.07, "cv": 0 },
              { "path": "disease.focusFraction", "distribution": "normal", "mean": 0.005, "sd": 0 }
            ]
            """)
        .IsRefused(
            """
            scenario.json: 2 problems, nothing was run.

            1. calibration.parameters[0].cv is 0 (scenario.json, line 10).
               What is to be fitted is not known exactly, so it must be more than 0.
            2. calibration.parameters[1].sd is 0 (scenario.json, line 11).
               What is to be fitted is not known exactly, so it must be more than 0.
            """);

    [Fact]
    public void Settings_that_overlap() => Of(
            """
            "parameters": [
              { "path": "disease.death.ratePerMonth", "distribution": "logNormal", "median": 0.07, "cv": 0.3 },
              { "path": "disease.death.ratePerMonth.bulbar", "distribution": "logNormal", "median": 0.07, "cv": 0.3 }
            ]
            """)
        .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. calibration.parameters[1].path is "disease.death.ratePerMonth.bulbar" (scenario.json, line 11).
               calibration.parameters[0].path changes that already, and a number can only have one value.
               Keep one of the two.
            """);

    [Fact]
    public void A_missing_file_of_evidence() => WrittenExperiment.Of(
            $"""
            {WrittenEvidence.Section(Target)},
            "calibration": {"{"} "targets": "evidence/general-asl.json", "parameters": [{Parameter}] {"}"}
            """)
        .With("evidence/general-als.json", "{}")
        .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. calibration.targets is "evidence/general-asl.json" (scenario.json, line 11).
               There is no such file; names count from the folder of the file that has them.
               Did you mean "general-als.json"?
            """);

    [Fact]
    public void A_circle() => WrittenExperiment.Of($"\"calibration\": {{ \"targets\": \"evidence.json\", \"parameters\": [{Parameter}] }}")
        .With("evidence.json", $"{{ \"extends\": \"scenario.json\", {WrittenEvidence.Section(Target)} }}")
        .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. extends is "scenario.json" (evidence.json, line 1).
               The files extend each other in a circle: scenario.json -> evidence.json -> scenario.json.
            """);

    [Fact]
    public void Targets_that_are_no_file_name_and_numbers_out_of_range() => WrittenExperiment.Of(
            $"""
            {WrittenEvidence.Section(Target)},
            "calibration": {"{"} "targets": 3, "parameters": [],
              "patients": 99, "patientsOfPosterior": 1e7, "generations": 0, "candidates": 3 {"}"}
            """)
        .IsRefused(
            """
            scenario.json: 6 problems, nothing was run.

            1. calibration.targets is 3 (scenario.json, line 11).
               It must be text in quotation marks.
            2. calibration.parameters is an empty list (scenario.json, line 11).
               At least one parameter is needed.
               For example [ { "path": "disease.death.ratePerMonth", "distribution": "logNormal", "median": 0.07, "cv": 0.3 } ].
            3. calibration.patients is 99 (scenario.json, line 12).
               It is a number of virtual patients, so it must be a whole number from 100 to 1,000,000.
               For a first look, write 500.
            4. calibration.patientsOfPosterior is 1e7 (scenario.json, line 12).
               It is a number of virtual patients, so it must be a whole number from 100 to 1,000,000.
               For a first look, write 500.
            5. calibration.generations is 0 (scenario.json, line 12).
               It is a number of generations, so it must be a whole number from 1 to 1,000.
            6. calibration.candidates is 3 (scenario.json, line 12).
               It is a number of candidates, so it must be a whole number from 4 to 256.
            """);

    [Fact]
    public void More_than_a_weeks_work() => Of($"\"parameters\": [{Parameter}], \"patients\": 1000000, \"generations\": 1000, \"candidates\": 256")
        .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. calibration asks for 256,000 sets of values (scenario.json, line 8).
               With 1,000,000 patients in 2 arms each they would take about 198 days on two cores. At most 7 days are begun.
               Write at most 35437 for calibration.patients, or ask for fewer sets of values.
            """);

    private static string Target => WrittenEvidence.Quantity("a", """{ "kind": "survivalMedian" }""", use: "fit");

    private static WrittenScenario Of(string settings) => WrittenExperiment.Of($"\"calibration\": {{ \"targets\": \"evidence.json\",\n{settings} }}")
        .With("evidence.json", $"{{ {WrittenEvidence.Section(Target)} }}");
}

using System.Globalization;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Population;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Run;

/// <summary>Rules that tie several settings of the run together, and the size of a run.</summary>
internal static class RunChecks
{
    /// <summary>Reports every problem; parts the catalogue has already refused are passed over.</summary>
    public static void Check(DocumentObject scenario, ProblemList problems)
    {
        if (scenario.Find("patients") is { Number: > RunSettings.MaximumPatients } patients)
        {
            problems.Wrong(patients, "patients", SettingCheck.Rule(RunSettings.Patients), Cost(patients.Number!.Value, scenario));
        }

        var reportFrom = scenario.Find("reportFrom");
        if (reportFrom?.Text == "biologicalOnset" && scenario.Find("monthsBeforeOrigin") is { Number: > 0 } before)
        {
            problems.Wrong(before, "monthsBeforeOrigin", "Nothing happens before biological onset, so it must be 0 when reportFrom is \"biologicalOnset\".");
        }

        if (reportFrom?.Text == "enrolment")
        {
            PopulationChecks.CheckEnrolmentIsKnown(scenario, reportFrom, "reportFrom", problems);
        }
    }

    private static string Cost(double patients, DocumentObject scenario)
    {
        var arms = Math.Max(1, scenario.FindArray("arms")?.Items.Count ?? 1);
        var days = ComputingTime.Days(patients * arms);
        var time = ComputingTime.Describe(days);
        var armsText = arms == 1 ? "one arm" : string.Create(CultureInfo.InvariantCulture, $"{arms} arms");
        return $"On two cores and with {armsText} it would take {time}; memory would stay at a few hundred MB, since no patient is kept. 20,000 patients answer most questions.";
    }
}

using System.Globalization;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Parameters;
using ProgressionSim.Scenarios.Questions;

namespace ProgressionSim.Scenarios.Sensitivity;

/// <summary>Rules that tie the settings of the section together: what belongs to which method, and how much work it is.</summary>
internal static class SensitivityChecks
{
    private const string Section = SensitivitySettings.Section;

    /// <summary>Reports every problem; parts the catalogue has already refused are passed over.</summary>
    public static void Check(ExperimentView view, ProblemList problems)
    {
        if (view.Scenario.FindObject(Section) is not { } section)
        {
            return;
        }

        QuestionChecks.CheckArm(view, section, Section, mayBeFirst: false, problems);
        QuestionChecks.CheckMonth(view, section, Section, problems);
        ParameterChecks.Check(view, section, Section, problems);
        var isSobol = section.Find("method")?.Text == SensitivitySettings.Sobol;
        if (isSobol)
        {
            CheckAbsent(section, "trajectories", SensitivitySettings.Morris, problems);
            CheckPowerOfTwo(section, problems);
        }
        else if (section.Find("method")?.Text == SensitivitySettings.Morris)
        {
            CheckAbsent(section, "basePoints", SensitivitySettings.Sobol, problems);
        }

        // Saltelli's design needs two more than the parameters at each base point, a trajectory of Morris one more.
        var parameters = section.FindArray(ParameterSettings.List)?.Items.Count ?? 0;
        var points = isSobol ? section.Find("basePoints")?.Number * (parameters + 2) : section.Find("trajectories")?.Number * (parameters + 1);
        if (points is { } runs && section.Find("patients")?.Number is { } patients)
        {
            QuestionChecks.CheckWork(section, Section, runs, "points", patients, Math.Max(1, view.Arms.Count), $"{Section}.patients", problems);
        }
    }

    private static void CheckAbsent(DocumentObject section, string name, string method, ProblemList problems)
    {
        if (section.Find(name) is { } node)
        {
            problems.Wrong(node, $"{Section}.{name}", $"It counts only with \"method\": \"{method}\".", "Leave it out.");
        }
    }

    private static void CheckPowerOfTwo(DocumentObject section, ProblemList problems)
    {
        if (section.Find("basePoints") is { Number: >= 16 and <= 65_536 and { } points } node && double.IsInteger(points) && !int.IsPow2((int)points))
        {
            var below = (int)Math.Pow(2, Math.Floor(Math.Log2(points)));
            problems.Wrong(
                node,
                $"{Section}.basePoints",
                "The points fill space evenly only when there are 16, 32, 64 and so on, a power of two.",
                string.Create(CultureInfo.InvariantCulture, $"Write {(points - below <= (2 * below) - points ? below : 2 * below)}."));
        }
    }
}

using System.Globalization;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Parameters;
using ProgressionSim.Scenarios.Run;
using ProgressionSim.Scenarios.Settings;
using ProgressionSim.Scenarios.Validation;

namespace ProgressionSim.Scenarios.Questions;

/// <summary>Rules of a question: its arm exists and differs from the first, its outcome is measured, and computing the answer takes days, not years.</summary>
internal static class QuestionChecks
{
    /// <summary>Reports an arm that is missing or that nothing can be said about.</summary>
    /// <param name="view">The scenario.</param>
    /// <param name="section">The section.</param>
    /// <param name="path">Its path.</param>
    /// <param name="mayBeFirst">True when the first of several arms may be asked about.</param>
    /// <param name="problems">Receives the problem.</param>
    /// <returns>Number of the arm; null when it was reported or the arms have problems of their own.</returns>
    public static int? CheckArm(ExperimentView view, DocumentObject section, string path, bool mayBeFirst, ProblemList problems)
    {
        if (view.ArmNames.Count == 0)
        {
            return null;
        }

        var armPath = $"{path}.arm";
        if (section.Find("arm") is not { } node)
        {
            var treated = view.TreatedArms.Select(arm => view.ArmNames[arm]).ToList();
            problems.Add(
                section.Origin,
                armPath,
                $"{armPath} is missing",
                treated.Count == 0
                    ? "It names the arm that is asked about, and no arm after the first has treatments."
                    : $"It names the arm that is asked about, and several have treatments: {Quoted(treated)}.",
                treated.Count == 0 ? "Put an arm with treatments after the first, with which it is compared." : $"Write \"arm\": \"{treated[0]}\".");
            return null;
        }

        if (node.Text is not { } name || !SettingCheck.IsName(name))
        {
            return null;
        }

        var index = view.ArmNames.ToList().IndexOf(name);
        if (index < 0)
        {
            problems.Wrong(node, armPath, $"There is no arm of that name; there are {Quoted(view.ArmNames)}.", NearestName.Suggest(name, view.ArmNames));
            return null;
        }

        if (index == 0 && view.ArmNames.Count > 1 && !mayBeFirst)
        {
            problems.Wrong(node, armPath, "It is the first arm, with which every other is compared.", $"Name another: {Quoted(view.ArmNames.Skip(1))}.");
            return null;
        }

        return index;
    }

    /// <summary>Reports an outcome that is never measured.</summary>
    public static void CheckMonth(ExperimentView view, DocumentObject section, string path, ProblemList problems)
    {
        if (section.Find("outcomeAtMonths") is { Number: { } month and <= 600 } node
            && view.Scenario.Find("horizonMonths") is { Number: { } horizon and >= 1 } typed
            && month > horizon)
        {
            problems.Wrong(
                node,
                $"{path}.outcomeAtMonths",
                Invariant($"Patients are followed for {horizon} months, horizonMonths, so nothing is measured later."),
                $"Write {typed.AsTyped}, or a larger horizonMonths.");
        }
    }

    /// <summary>Reports more work than is begun.</summary>
    /// <param name="node">What asks for it.</param>
    /// <param name="path">Its path.</param>
    /// <param name="runs">How many runs it asks for.</param>
    /// <param name="noun">What one run is called, in the plural, for example <c>cells</c>.</param>
    /// <param name="patients">Patients in each.</param>
    /// <param name="arms">Arms in each.</param>
    /// <param name="patientsPath">Setting of the number of patients.</param>
    /// <param name="problems">Receives the problem.</param>
    public static void CheckWork(DocumentNode node, string path, double runs, string noun, double patients, int arms, string patientsPath, ProblemList problems)
    {
        if (ComputingTime.Days(runs * patients * arms) <= ComputingTime.MostDays)
        {
            return;
        }

        var fitting = Math.Floor(ComputingTime.PatientArms(ComputingTime.MostDays) / (runs * arms));
        problems.Add(
            node.Origin,
            path,
            Invariant($"{path} asks for {runs:#,0} {noun}"),
            Cost(runs, patients, arms) + Invariant($" At most {ComputingTime.MostDays} days are begun."),
            fitting >= 1 ? Invariant($"Write at most {fitting:0} for {patientsPath}, or ask for fewer {noun}.") : $"Ask for fewer {noun}.");
    }

    /// <summary>What runs would take, in a sentence.</summary>
    public static string Cost(double runs, double patients, int arms)
    {
        var time = ComputingTime.Describe(ComputingTime.Days(runs * patients * arms));
        var inArms = arms == 1 ? "one arm" : Invariant($"{arms} arms");
        return Invariant($"With {patients:#,0} {(patients == 1 ? "patient" : "patients")} in {inArms} each they would take {time} on two cores.");
    }

    /// <summary>Names in quotation marks.</summary>
    public static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"\"{name}\""));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

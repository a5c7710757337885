using System.Text.Json;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Fitted;
using ProgressionSim.Scenarios.Parameters;
using ProgressionSim.Scenarios.Questions;

namespace ProgressionSim.Scenarios.Uncertainty;

/// <summary>Rules that tie the settings of the section together: something is unknown, and how much work it is.</summary>
internal static class UncertaintyChecks
{
    private const string Section = UncertaintySettings.Section;

    /// <summary>Reports every problem; parts the catalogue has already refused are passed over.</summary>
    /// <param name="view">The scenario.</param>
    /// <param name="starts">Starts that are examined for each draw; 0 when none are.</param>
    /// <param name="problems">Receives the problems.</param>
    public static void Check(ExperimentView view, int starts, ProblemList problems)
    {
        if (view.Scenario.FindObject(Section) is not { } section)
        {
            return;
        }

        QuestionChecks.CheckArm(view, section, Section, mayBeFirst: false, problems);
        QuestionChecks.CheckMonth(view, section, Section, problems);
        ParameterChecks.Check(view, section, Section, problems);
        CheckSomethingIsUnknown(view, section, problems);
        CorrelationChecks.Check(section, Section, problems);
        if (section.Find("outerReplicates")?.Number is { } draws && section.Find("patients")?.Number is { } patients)
        {
            var arms = Math.Max(Math.Max(1, view.Arms.Count), starts + 1);
            QuestionChecks.CheckWork(section, Section, draws, "draws", patients, arms, $"{Section}.patients", problems);
        }
    }

    private static void CheckSomethingIsUnknown(ExperimentView view, DocumentObject section, ProblemList problems)
    {
        if (section.Find(ParameterSettings.List) is null
            && (section.Find("fitted") is DocumentValue { Kind: JsonValueKind.False } || FittedParameters.InUse(view, []).Parameters.Count == 0))
        {
            var path = $"{Section}.{ParameterSettings.List}";
            problems.Add(section.Origin, path, $"{path} is missing", "Nothing else is unknown: the scenario uses no setting as it was fitted to evidence.", ParameterSettings.Shape("").Example);
        }
    }
}

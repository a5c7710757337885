using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Evidence;
using ProgressionSim.Scenarios.Parameters;
using ProgressionSim.Scenarios.Questions;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Calibration;

/// <summary>Rules that tie the settings of the section together: targets to fit to, beliefs that a search can use, and how much work it is.</summary>
internal static class CalibrationChecks
{
    private const string Section = CalibrationSettings.Section;

    /// <summary>Reports every problem; parts the catalogue has already refused are passed over.</summary>
    /// <param name="view">The scenario.</param>
    /// <param name="problems">Receives the problems.</param>
    public static void Check(ExperimentView view, ProblemList problems)
    {
        if (view.Scenario.FindObject(Section) is not { } section)
        {
            return;
        }

        var quantities = view.Scenario.FindObject(EvidenceSettings.Section)?.FindArray(EvidenceSettings.Quantities)?.Items ?? [];
        if (!quantities.OfType<DocumentObject>().Any(quantity => quantity.Find("use")?.Text == "fit"))
        {
            problems.Add(
                section.Origin,
                Section,
                $"{Section} has nothing to fit to",
                "The evidence must hold at least one quantity with \"use\": \"fit\".",
                $"Name a file of evidence in {Section}.{CalibrationSettings.Targets}.");
        }

        ParameterChecks.Check(view, section, Section, problems);
        var parameters = section.FindArray(ParameterSettings.List)?.Items ?? [];
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i] is DocumentObject parameter)
            {
                CheckBelief(parameter, SettingPath.Item($"{Section}.{ParameterSettings.List}", i), problems);
            }
        }

        if (section.Find("generations")?.Number is { } generations && section.Find("candidates")?.Number is { } candidates && section.Find("patients")?.Number is { } patients)
        {
            QuestionChecks.CheckWork(section, Section, generations * candidates, "sets of values", patients, Math.Max(1, view.Arms.Count), $"{Section}.patients", problems);
        }
    }

    private static void CheckBelief(DocumentObject parameter, string path, ProblemList problems)
    {
        if (parameter.Find(DistributionFamilies.NameKey) is { Text: not (null or "normal" or "logNormal") } family)
        {
            problems.Wrong(family, $"{path}.{DistributionFamilies.NameKey}", "What is believed about a setting to be fitted must be normal or logNormal; limits go into min and max.", "Write \"logNormal\" with median and cv.");
            return;
        }

        foreach (var spread in (ReadOnlySpan<string>)["cv", "sd"])
        {
            if (parameter.Find(spread) is { Number: 0 } none)
            {
                problems.Wrong(none, $"{path}.{spread}", "What is to be fitted is not known exactly, so it must be more than 0.");
            }
        }

        var name = parameter.Find("median") is null ? "mean" : "median";
        if (parameter.Find(name) is { Number: { } middle } center && (middle < parameter.Find("min")?.Number || middle > parameter.Find("max")?.Number))
        {
            problems.Wrong(center, $"{path}.{name}", "The search starts there, so it must lie between min and max.");
        }
    }
}

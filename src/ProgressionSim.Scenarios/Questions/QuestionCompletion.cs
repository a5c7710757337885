using ProgressionSim.Scenarios.Documents;

namespace ProgressionSim.Scenarios.Questions;

/// <summary>Fills gaps of a question whose defaults follow from the scenario. Leaves alone what cannot be told.</summary>
internal static class QuestionCompletion
{
    /// <summary>Fills every such gap of a section.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="section">The section.</param>
    /// <param name="mayBeFirst">True when the only arm of a scenario may be asked about.</param>
    public static void Complete(DocumentObject scenario, DocumentObject section, bool mayBeFirst)
    {
        var arms = (scenario.FindArray("arms")?.Items ?? []).OfType<DocumentObject>().ToList();
        var treated = arms.Skip(1).Where(arm => arm.FindArray("treatments") is { Items.Count: > 0 }).ToList();
        var only = treated.Count == 1 ? treated[0] : arms.Count == 1 && mayBeFirst ? arms[0] : null;
        if (only?.Find("name")?.Text is { } name)
        {
            Fill(section, "arm", DocumentValue.OfText(SettingOrigin.Default, name));
        }

        if (scenario.Find("horizonMonths")?.Number is { } horizon)
        {
            Fill(section, "outcomeAtMonths", DocumentValue.OfNumber(SettingOrigin.Default, horizon));
        }
    }

    /// <summary>The arm a section names, or null.</summary>
    public static DocumentObject? Arm(DocumentObject scenario, DocumentObject section) =>
        section.Find("arm")?.Text is { } name
            ? (scenario.FindArray("arms")?.Items ?? []).OfType<DocumentObject>().FirstOrDefault(arm => arm.Find("name")?.Text == name)
            : null;

    /// <summary>Sets a member that is missing.</summary>
    public static void Fill(DocumentObject group, string name, DocumentNode? value)
    {
        if (value is not null && group.Find(name) is null)
        {
            group.Members[name] = value;
        }
    }
}

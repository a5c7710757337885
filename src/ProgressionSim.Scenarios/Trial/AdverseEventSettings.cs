using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Trial;

/// <summary>Settings of adverse events that were counted in treated patients.</summary>
internal static class AdverseEventSettings
{
    /// <summary>Name of the list.</summary>
    public const string List = "adverseEvents";

    /// <summary>The list <c>adverseEvents</c>.</summary>
    public static ListShape Shape { get; } = new(
        "Adverse events counted in treated patients, for what the active arms may expect of them; they change nothing that is simulated.",
        new ObjectShape(
            "An adverse event.",
            [
                new("name", new Setting("Short name, shown in tables.", SettingKind.Name, SettingUnit.Text), Required: true),
                new("title", new Setting("What it is, for people.", SettingKind.Text, SettingUnit.Text), Required: true),
                new("affected", Count("Patients who had it.", 0), Required: true),
                new("patients", Count("Patients who were watched for it.", 1), Required: true),
                new("source", new Setting("Where the count comes from.", SettingKind.Text, SettingUnit.Text), Required: true),
            ]),
        "adverse event",
        0,
        100)
    {
        NameKey = "name",
        Default = "[]",
    };

    /// <summary>Reports counts that cannot be.</summary>
    /// <param name="trial">The section of the trial.</param>
    /// <param name="path">Its path.</param>
    /// <param name="problems">Receives the problems.</param>
    public static void Check(DocumentObject trial, string path, ProblemList problems)
    {
        var items = trial.FindArray(List)?.Items ?? [];
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is DocumentObject item && item.Find("affected") is { Number: { } affected } node && item.Find("patients")?.Number is { } patients && affected > patients)
            {
                problems.Wrong(node, $"{SettingPath.Item($"{path}.{List}", i)}.affected", "No more patients can have had it than were watched, patients.");
            }
        }
    }

    private static Setting Count(string meaning, double least) => new(meaning, SettingKind.WholeNumber, SettingUnit.Patients) { Range = NumberRange.Between(least, 1_000_000) };
}

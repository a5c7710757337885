using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Parameters;

/// <summary>A scenario as the checks and the mapping of experiments read it. What the catalogue has already refused shows as missing.</summary>
internal sealed class ExperimentView
{
    private readonly Action<DocumentObject, ProblemList>? checkModel;

    /// <summary>Reads a scenario.</summary>
    /// <param name="scenario">The whole scenario, complete with defaults.</param>
    /// <param name="root">Catalogue of the settings that experiments may change.</param>
    /// <param name="leaveOut">Sections of the scenario that the catalogue does not have.</param>
    /// <param name="checkModel">Completes and checks a document of that catalogue; null when nothing of it is to be checked.</param>
    public ExperimentView(DocumentObject scenario, ObjectShape root, IReadOnlyCollection<string> leaveOut, Action<DocumentObject, ProblemList>? checkModel)
    {
        (Scenario, Root, LeftOut, this.checkModel) = (scenario, root, leaveOut, checkModel);
        Model = scenario.CopyWithout(leaveOut);
        Arms = [.. (scenario.FindArray("arms")?.Items ?? []).OfType<DocumentObject>().Where(arm => arm.Find("name")?.Text is not null)];
        ArmNames = [.. Arms.Select(arm => arm.Find("name")!.Text!)];
        Patients = scenario.Find("patients")?.Number ?? 1;
    }

    /// <summary>The whole scenario.</summary>
    public DocumentObject Scenario { get; }

    /// <summary>The scenario without the sections of experiments.</summary>
    public DocumentObject Model { get; }

    /// <summary>Catalogue of <see cref="Model"/>.</summary>
    public ObjectShape Root { get; }

    /// <summary>Sections that <see cref="Model"/> does not have.</summary>
    public IReadOnlyCollection<string> LeftOut { get; }

    /// <summary>Arms that have a name, in order.</summary>
    public IReadOnlyList<DocumentObject> Arms { get; }

    /// <summary>Names of <see cref="Arms"/>.</summary>
    public IReadOnlyList<string> ArmNames { get; }

    /// <summary>Patients of the run.</summary>
    public double Patients { get; }

    /// <summary>Numbers of the arms with treatments, after the first.</summary>
    public IEnumerable<int> TreatedArms => Enumerable.Range(1, Math.Max(0, Arms.Count - 1)).Where(arm => IsTreated(Arms[arm]));

    /// <summary>Checks all rules of a changed copy of <see cref="Model"/>, unless the model itself breaks some.</summary>
    public void CheckModel(DocumentObject changed, ProblemList problems) => checkModel?.Invoke(changed, problems);

    private static bool IsTreated(DocumentObject arm) => arm.FindArray("treatments") is { Items.Count: > 0 };
}

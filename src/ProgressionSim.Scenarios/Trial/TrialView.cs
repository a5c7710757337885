using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Scenarios.Trial;

/// <summary>A trial section as the checks read it. What the catalogue has already refused shows as missing.</summary>
internal sealed class TrialView
{
    /// <summary>Reads a section.</summary>
    /// <param name="scenario">The whole scenario.</param>
    /// <param name="trial">The section.</param>
    public TrialView(DocumentObject scenario, DocumentObject trial)
    {
        (Scenario, Trial) = (scenario, trial);
        Generator = trial.FindObject("generator");
        ArmNames = Names(trial.FindArray("arms"));
        EndpointNames = Names(trial.FindArray("endpoints"));
        Subgroups = Names(scenario.FindObject("population")?.FindArray("subgroups"));
        SubgroupShares = (scenario.FindObject("population")?.FindArray("subgroups")?.Items ?? []).OfType<DocumentObject>().Sum(subgroup => subgroup.Find("share")?.Number ?? 0);
        Weeks = trial.FindObject("visits")?.FindArray("weeks")?.Items.Select(item => item.Number ?? double.NaN).ToArray() ?? [];
        HasGoodWeeks = Weeks.Count > 0 && Weeks.Zip(Weeks.Skip(1)).All(pair => pair.First < pair.Second) && Weeks.Contains(0);
        Sites = trial.FindObject("recruitment")?.Find("sites")?.Number ?? 1;
        Patients = trial.Find("patients")?.Number;
        MaximumPatients = Math.Max(Patients ?? 0, trial.FindObject("reestimation")?.Find("maximumPatients")?.Number ?? 0);
    }

    /// <summary>The whole scenario.</summary>
    public DocumentObject Scenario { get; }

    /// <summary>The section.</summary>
    public DocumentObject Trial { get; }

    /// <summary>The generator; null for the disease model.</summary>
    public DocumentObject? Generator { get; }

    /// <summary>Names of the arms of the trial.</summary>
    public IReadOnlyList<string> ArmNames { get; }

    /// <summary>Names of the endpoints.</summary>
    public IReadOnlyList<string> EndpointNames { get; }

    /// <summary>Names of the subgroups of the population.</summary>
    public IReadOnlyList<string> Subgroups { get; }

    /// <summary>Sum of their shares.</summary>
    public double SubgroupShares { get; }

    /// <summary>Weeks of the visits; NaN where one is no number.</summary>
    public IReadOnlyList<double> Weeks { get; }

    /// <summary>True when the weeks rise and hold 0.</summary>
    public bool HasGoodWeeks { get; }

    /// <summary>Week of the last visit; infinite when the weeks are not good.</summary>
    public double LastWeek => HasGoodWeeks ? Weeks[^1] : double.PositiveInfinity;

    /// <summary>Number of sites.</summary>
    public double Sites { get; }

    /// <summary>Patients randomised; null when that is no number.</summary>
    public double? Patients { get; }

    /// <summary>Most patients that a trial can come to.</summary>
    public double MaximumPatients { get; }

    /// <summary>True when patients are enrolled after their first symptoms.</summary>
    public bool EnrolsAfterSymptoms =>
        Generator is null && (Trial.FindObject("enrolment") is not { } enrolment || enrolment.Find("at")?.Text is "symptomOnset" or "diagnosis");

    /// <summary>True when somebody can die.</summary>
    public bool SomebodyDies => Generator is not { } generator
        || generator.Find("kind")?.Text == GeneratorSettings.SharedParameter
        || generator.Find("survival") is not null
        || (generator.FindArray("classes")?.Items ?? []).OfType<DocumentObject>().Any(each => each.Find("survival") is not null || each.Find("logHazard") is not null);

    /// <summary>Number of levels of a measure whose whole numbers are levels; null for other measures.</summary>
    public int? LevelsOf(TrialMeasure measure) => TrialLevels.Of(measure, (int)Math.Clamp(Sites, 1, 500), Subgroups.Count, SubgroupShares);

    private static List<string> Names(DocumentArray? items) => [.. (items?.Items ?? []).Select(item => (item as DocumentObject)?.Find("name")?.Text).OfType<string>()];
}

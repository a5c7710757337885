using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Patients;

namespace ProgressionSim.Trials.Conduct;

/// <summary>
/// All treatment histories a trial can bring about: each arm's treatment, and each arm's treatment up to a visit at which rescue or open label may begin.
/// Candidates are simulated under every one of them, so that a trial only chooses which one is seen.
/// </summary>
public sealed class HistoryCatalogue
{
    private const int None = -1;

    private readonly int[] unswitched;
    private readonly int[,] rescued;
    private readonly int[] openLabel;

    /// <summary>Finds the histories of a design.</summary>
    /// <param name="design">The design.</param>
    public HistoryCatalogue(TrialDesign design)
    {
        var histories = new List<TreatmentHistory>();
        int Add(TreatmentHistory history)
        {
            var found = histories.IndexOf(history);
            if (found < 0)
            {
                histories.Add(history);
                found = histories.Count - 1;
            }

            return found;
        }

        // A switch to the treatment a patient already has changes nothing.
        TreatmentHistory Switched(TrialArm arm, int to, double months) =>
            arm.ModelArm == design.Arms[to].ModelArm ? new(arm.ModelArm, null, 0) : new(arm.ModelArm, design.Arms[to].ModelArm, months);

        var weeks = design.Visits.Weeks;
        unswitched = [.. design.Arms.Select(arm => Add(new(arm.ModelArm, null, 0)))];
        rescued = new int[design.Arms.Count, weeks.Count];
        openLabel = new int[design.Arms.Count];
        for (var arm = 0; arm < design.Arms.Count; arm++)
        {
            for (var visit = 0; visit < weeks.Count; visit++)
            {
                rescued[arm, visit] = CanRescue(design, visit) ? Add(Switched(design.Arms[arm], design.Rescue!.ToArm, TrialTime.MonthsOfWeeks(weeks[visit]))) : None;
            }

            openLabel[arm] = design.OpenLabel is { } open ? Add(Switched(design.Arms[arm], open.ToArm, TrialTime.MonthsOfWeeks(open.AfterWeeks))) : None;
        }

        Histories = histories;
    }

    /// <summary>The histories, each once.</summary>
    public IReadOnlyList<TreatmentHistory> Histories { get; }

    /// <summary>True when a visit can lead to rescue: by its nominal day, and not after open label began for everybody.</summary>
    /// <param name="design">The design.</param>
    /// <param name="visit">Index of the visit.</param>
    public static bool CanRescue(TrialDesign design, int visit) =>
        design.Rescue is { } rescue && visit > design.Visits.Baseline && design.Visits.Weeks[visit] * TrialTime.DaysPerWeek >= rescue.FromDay
        && !(design.OpenLabel is { } open && design.Visits.Weeks[visit] > open.AfterWeeks);

    /// <summary>History of a patient who stays on an arm's treatment.</summary>
    /// <param name="arm">Trial arm.</param>
    public int Unswitched(int arm) => unswitched[arm];

    /// <summary>History of a patient rescued at a visit that can lead to rescue.</summary>
    /// <param name="arm">Trial arm.</param>
    /// <param name="visit">Index of the visit.</param>
    public int Rescued(int arm, int visit) => rescued[arm, visit];

    /// <summary>History of a patient who goes on to open label.</summary>
    /// <param name="arm">Trial arm.</param>
    public int OpenLabel(int arm) => openLabel[arm];
}

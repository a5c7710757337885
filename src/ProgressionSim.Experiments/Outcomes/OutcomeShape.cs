using ProgressionSim.Engine.Running;

namespace ProgressionSim.Experiments.Outcomes;

/// <summary>Sizes of an <see cref="OutcomeRecord"/>.</summary>
internal sealed class OutcomeShape
{
    // Enough for a standard error to be known to 5 %.
    private const int MostBatches = 200;

    public OutcomeShape(RunPlan plan, OutcomeGroups groups, int patients)
    {
        Patients = patients;
        Batches = Math.Min(MostBatches, patients);
        Groups = groups.All;
        Arms = plan.Arms.Count;
        StepMonths = plan.StepMonths;
        FirstStep = -(int)Math.Ceiling(plan.MaximumMonthsToOrigin / plan.StepMonths);
        LastStep = (int)Math.Ceiling(plan.HorizonMonths / plan.StepMonths);
    }

    public int Patients { get; }

    public int Batches { get; }

    public IReadOnlyList<OutcomeGroup> Groups { get; }

    public int Arms { get; }

    public double StepMonths { get; }

    /// <summary>Gets the smallest step of a treatment start that is told apart, from the report origin.</summary>
    public int FirstStep { get; }

    public int LastStep { get; }

    /// <summary>Batch of a patient: consecutive patients, as equal in number as can be.</summary>
    public int BatchOf(int patient) => (int)((long)patient * Batches / Patients);

    /// <summary>Place of an arm's outcome in the sums.</summary>
    public int Cell(int batch, int group, int arm, int outcome) => (((((batch * Groups.Count) + group) * Arms) + arm) * OutcomeCatalogue.Count) + outcome;
}

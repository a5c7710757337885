using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Trials.Design;

/// <summary>One arm of a trial.</summary>
/// <param name="Name">Name, unique in the trial.</param>
/// <param name="ModelArm">
/// What its patients get: index of an arm of the mechanistic patients' run plan, or of an effect of the statistical patients.
/// </param>
/// <param name="Allocation">Share in the allocation ratio, a whole number from 1 to 20.</param>
public sealed record TrialArm(string Name, int ModelArm, int Allocation)
{
    /// <summary>Share in the allocation ratio, a whole number from 1 to 20.</summary>
    public int Allocation { get; } = Require.Between(Allocation, 1, 20);
}

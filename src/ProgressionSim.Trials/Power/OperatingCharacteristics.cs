using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Power;

/// <summary>How a trial design behaves.</summary>
public sealed record OperatingCharacteristics
{
    /// <summary>The design.</summary>
    public required TrialDesign Design { get; init; }

    /// <summary>Number of trials under each hypothesis.</summary>
    public required int Replicates { get; init; }

    /// <summary>Number of slices of the patient bank; 0 when every trial has patients of its own.</summary>
    public required int BankSlices { get; init; }

    /// <summary>Share of candidates who are eligible.</summary>
    public required double EligibleShare { get; init; }

    /// <summary>With the arms' own treatments.</summary>
    public required HypothesisCharacteristics Alternative { get; init; }

    /// <summary>The same trials with the control's treatment in every arm.</summary>
    public required HypothesisCharacteristics Null { get; init; }

    /// <summary>Time taken, seconds.</summary>
    public required double ElapsedSeconds { get; init; }
}

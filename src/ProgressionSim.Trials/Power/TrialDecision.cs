namespace ProgressionSim.Trials.Power;

/// <summary>How a trial ended.</summary>
public enum TrialDecision
{
    /// <summary>It did not show an effect at its last look.</summary>
    NotShown = 0,

    /// <summary>It showed a benefit.</summary>
    Success = 1,

    /// <summary>It showed harm.</summary>
    Harm = 2,

    /// <summary>It stopped early because success had become unlikely.</summary>
    Futility = 3,
}

namespace ProgressionSim.Trials.Design;

/// <summary>What an analysis does with what follows rescue or the start of open label.</summary>
public enum RescueHandling
{
    /// <summary>Uses it as it is: treatment policy.</summary>
    Use = 0,

    /// <summary>Leaves it out: hypothetical, as if it had not happened.</summary>
    LeaveOut = 1,
}

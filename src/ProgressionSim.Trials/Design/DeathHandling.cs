namespace ProgressionSim.Trials.Design;

/// <summary>What stands for the measurements of the dead in analyses of measurements.</summary>
public enum DeathHandling
{
    /// <summary>Nothing: visits after death are missing, and the model fills them in as if the patient lived on.</summary>
    Missing = 0,

    /// <summary>A value of 0.</summary>
    Zero = 1,
}

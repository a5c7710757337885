namespace ProgressionSim.Trials.Design;

/// <summary>Where the value of a trial measure comes from.</summary>
public enum MeasureSource
{
    /// <summary>Measured at each visit; the number is that of the engine's measure catalogue.</summary>
    Visit = 0,

    /// <summary>Change of a visit's measurement from the baseline visit; the number is that of the engine's measure catalogue.</summary>
    ChangeFromBaseline = 1,

    /// <summary>Known at baseline and constant; the number is that of a <see cref="BaselineQuantity"/>.</summary>
    Baseline = 2,
}

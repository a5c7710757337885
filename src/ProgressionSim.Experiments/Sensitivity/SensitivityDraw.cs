namespace ProgressionSim.Experiments.Sensitivity;

/// <summary>Draw of the sensitivity stream that each random choice of a design takes. The number is part of the address, so it never changes meaning.</summary>
internal enum SensitivityDraw
{
    /// <summary>Digital shift; addressed by dimension.</summary>
    Shift = 0,

    /// <summary>Where a path of screening begins and which way it goes; addressed by path and parameter.</summary>
    Start = 1,

    /// <summary>Order in which a path changes its parameters; addressed by path and place.</summary>
    Order = 2,

    /// <summary>Scramble of low-discrepancy points; addressed by row of its matrix and dimension.</summary>
    Scramble = 3,
}

namespace ProgressionSim.Model.Parameters;

/// <summary>How far a value can be trusted.</summary>
public enum Confidence
{
    /// <summary>Chosen by the project; no source gives it.</summary>
    Assumption = 0,

    /// <summary>From a source with little data, or derived from one with further assumptions.</summary>
    Low = 1,

    /// <summary>From one sound source, or agreeing weaker ones.</summary>
    Medium = 2,

    /// <summary>From several agreeing sources or a large study.</summary>
    High = 3,

    /// <summary>Set by whoever wrote the scenario, without a source.</summary>
    User = 4,
}

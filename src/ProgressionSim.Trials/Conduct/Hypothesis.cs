namespace ProgressionSim.Trials.Conduct;

/// <summary>Under which assumption about the arms a trial is run.</summary>
public enum Hypothesis
{
    /// <summary>Each arm gets its own treatment.</summary>
    Alternative = 0,

    /// <summary>Everybody gets the control's treatment, whatever arm they are in: no effect, with the same patients. Dropout keeps the rate of the arm.</summary>
    Null = 1,
}

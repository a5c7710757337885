namespace ProgressionSim.Experiments.Parameters;

/// <summary>A scenario does not allow a value that an experiment needs.</summary>
public sealed class PlanNotPossibleException : Exception
{
    /// <summary>Creates the exception.</summary>
    public PlanNotPossibleException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">All problems, for people.</param>
    public PlanNotPossibleException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">All problems, for people.</param>
    /// <param name="innerException">What led to it.</param>
    public PlanNotPossibleException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

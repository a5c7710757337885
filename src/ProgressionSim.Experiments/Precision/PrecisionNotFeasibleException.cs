namespace ProgressionSim.Experiments.Precision;

/// <summary>A precision was asked for that takes more patients than are run.</summary>
public sealed class PrecisionNotFeasibleException : Exception
{
    /// <summary>Creates it without a message.</summary>
    public PrecisionNotFeasibleException()
    {
    }

    /// <summary>Creates it.</summary>
    /// <param name="message">Which target it is and what it would take, in sentences.</param>
    public PrecisionNotFeasibleException(string message)
        : base(message)
    {
    }

    /// <summary>Creates it with its cause.</summary>
    /// <param name="message">Which target it is and what it would take, in sentences.</param>
    /// <param name="innerException">The cause.</param>
    public PrecisionNotFeasibleException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

namespace ProgressionSim.Cli.Errors;

/// <summary>Exit codes of the program.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Success = 0;

    /// <summary>Something outside the user's input went wrong.</summary>
    public const int Failure = 1;

    /// <summary>The input cannot be used; nothing was run or written.</summary>
    public const int BadInput = 2;

    /// <summary>Interrupted by the user; nothing half-written was left, at most the finished units of a job that goes on from them.</summary>
    public const int Interrupted = 130;
}

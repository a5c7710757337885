namespace ProgressionSim.Cli.Errors;

/// <summary>The user has interrupted a job whose finished units are kept: shown as its message alone, exit code 130.</summary>
/// <param name="message">What is kept where, in sentences.</param>
internal sealed class WorkKeptException(string message) : OperationCanceledException(message);

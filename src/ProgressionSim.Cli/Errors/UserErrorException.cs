namespace ProgressionSim.Cli.Errors;

/// <summary>A mistake the user can mend: shown as its message alone, exit code 2.</summary>
/// <param name="message">What is wrong and what to do, in sentences.</param>
internal sealed class UserErrorException(string message) : Exception(message);

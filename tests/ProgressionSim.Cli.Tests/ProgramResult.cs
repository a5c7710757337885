namespace ProgressionSim.Cli.Tests;

/// <summary>What a finished program left on its way out.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Standard output, with line feeds only.</param>
/// <param name="Errors">Standard error, with line feeds only.</param>
internal sealed record ProgramResult(int ExitCode, string Output, string Errors)
{
    /// <summary>Gets the lines of standard error.</summary>
    public string[] ErrorLines => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Asserts that the program did its job.</summary>
    public ProgramResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}\n{Errors}\n{Output}");
        return this;
    }

    /// <summary>Asserts that bad input was refused with exactly this message and nothing else.</summary>
    /// <param name="message">The whole message, without the line feed at its end.</param>
    public void Refused(string message)
    {
        Assert.Equal(message.ReplaceLineEndings("\n") + "\n", Errors);
        Assert.Equal("", Output);
        Assert.Equal(2, ExitCode);
    }
}

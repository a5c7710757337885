using System.Diagnostics;
using System.Text;

namespace ProgressionSim.Cli.Tests;

/// <summary>The program as its user meets it: a process of its own, started from the build that the tests stand beside.</summary>
internal sealed class RunningProgram : IDisposable
{
    // Bounds a hanging program, says nothing about speed.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    private readonly Process process;

    private readonly Task<string> output;

    private readonly StringBuilder errors = new();

    private readonly TaskCompletionSource<string> firstOutputLine = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TaskCompletionSource firstErrorLine = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TaskCompletionSource errorsEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningProgram(Process process)
    {
        this.process = process;
        output = ReadOutput();
        process.ErrorDataReceived += (_, line) => Receive(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>Gets the id of the process.</summary>
    public int Id => process.Id;

    /// <summary>Gets the first line on standard output, with its line end; what there was if the program ends before that.</summary>
    public Task<string> FirstOutputLine => firstOutputLine.Task.WaitAsync(Patience);

    /// <summary>Gets a task that ends with the first line on standard error, or with the program if it says nothing.</summary>
    public Task FirstErrorLine => firstErrorLine.Task.WaitAsync(Patience);

    /// <summary>Runs the program to its end.</summary>
    /// <param name="folder">Working folder.</param>
    /// <param name="arguments">Arguments, one each.</param>
    public static ProgramResult Run(string folder, params string[] arguments)
    {
        using var program = Start(folder, arguments);
        return program.Finish();
    }

    /// <summary>Starts the program.</summary>
    /// <param name="folder">Working folder.</param>
    /// <param name="arguments">Arguments, one each.</param>
    public static RunningProgram Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };

        // The program compiles fully before it computes; what computes nothing starts in half the time without.
        if (arguments is ["validate" or "scenarios" or "schema", ..] || arguments.Contains("--help", StringComparer.Ordinal))
        {
            start.Environment["DOTNET_TieredCompilation"] = "1";
        }

        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "progsim.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new RunningProgram(Process.Start(start)!);
    }

    /// <summary>Waits for the end.</summary>
    public ProgramResult Finish()
    {
        Assert.True(process.WaitForExit(Patience), $"The program did not end within {Patience}.");
        Assert.True(errorsEnded.Task.Wait(Patience), "Standard error was never closed.");
        lock (errors)
        {
            return new ProgramResult(process.ExitCode, output.GetAwaiter().GetResult().ReplaceLineEndings("\n"), errors.ToString());
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    private async Task<string> ReadOutput()
    {
        var text = new StringBuilder();
        var letter = new char[1];
        while ((text.Length == 0 || text[^1] != '\n') && await process.StandardOutput.ReadAsync(letter) > 0)
        {
            text.Append(letter[0]);
        }

        firstOutputLine.TrySetResult(text.ToString());
        return text.Append(await process.StandardOutput.ReadToEndAsync()).ToString();
    }

    private void Receive(string? line)
    {
        if (line is null)
        {
            errorsEnded.TrySetResult();
        }
        else
        {
            lock (errors)
            {
                errors.Append(line).Append('\n');
            }
        }

        firstErrorLine.TrySetResult();
    }
}

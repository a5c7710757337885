using System.CommandLine;
using System.CommandLine.Help;
using ProgressionSim.Cli.Errors;

namespace ProgressionSim.Cli.Commands;

/// <summary>The program's commands, and what becomes of errors.</summary>
internal static class CommandLine
{
    /// <summary>Parses the arguments and runs the command.</summary>
    /// <param name="args">Arguments of the program.</param>
    /// <returns>Exit code.</returns>
    public static async Task<int> InvokeAsync(string[] args)
    {
        var root = new RootCommand(
            """
            Simulates motor-neuron loss in virtual ALS patients, treated and untreated, to study when treatment starts.

            For research and teaching: no medical advice, no claim that a drug works.
            """)
        {
            RunCommand.Create(),
            TimingCommand.Create(),
            SweepCommand.Create(),
            SensitivityCommand.Create(),
            UncertaintyCommand.Create(),
            EvidenceCommand.Create(),
            CalibrateCommand.Create(),
            TrialCommand.Create(),
            SizeCommand.Create(),
            CompareCommand.Create(),
            ValidateCommand.Create(),
            ScenariosCommand.Create(),
            SchemaCommand.Create(),
            ServeCommand.Create(),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        var parsed = root.Parse(args);
        var configuration = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,

            // A cancelled run stops after the chunks under way and clears up; that takes well under this.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
        };
        try
        {
            UsageErrors.ThrowIfAny(parsed);
            return await parsed.InvokeAsync(configuration);
        }
        catch (UserErrorException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return ExitCodes.BadInput;
        }
        catch (WorkKeptException interrupted)
        {
            await Console.Error.WriteLineAsync(interrupted.Message);
            return ExitCodes.Interrupted;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Interrupted; nothing was written.");
            return ExitCodes.Interrupted;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"Reading or writing a file failed: {error.Message}");
            return ExitCodes.Failure;
        }
    }
}

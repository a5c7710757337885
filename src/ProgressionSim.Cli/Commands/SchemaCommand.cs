using System.CommandLine;
using ProgressionSim.Cli.Errors;
using ProgressionSim.Cli.Results;
using ProgressionSim.Scenarios.Schema;

namespace ProgressionSim.Cli.Commands;

/// <summary><c>progsim schema</c>.</summary>
internal static class SchemaCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var output = new Option<string?>("--out") { Description = "File to write; standard output if left out.", HelpName = "file" };
        var command = new Command("schema", "Prints the JSON schema of scenario files: every setting with its unit, range, default and source. Editors complete and check files that name it.") { output };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(output) is { } path)
            {
                AtomicFile.WriteText(path, ScenarioSchema.BuildText());
            }
            else
            {
                Console.Out.Write(ScenarioSchema.BuildText());
            }

            return ExitCodes.Success;
        });
        return command;
    }
}

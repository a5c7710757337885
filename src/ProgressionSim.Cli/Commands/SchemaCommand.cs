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
                Write(path);
            }
            else
            {
                Console.Out.Write(ScenarioSchema.BuildText());
            }

            return ExitCodes.Success;
        });
        return command;
    }

    private static void Write(string path)
    {
        if (Directory.Exists(path))
        {
            throw new UserErrorException($"--out {path} is a folder; nothing was written.\n   It must be a file. For example --out {Path.Combine(path, "scenario.schema.json")}.");
        }

        if (Path.GetDirectoryName(path) is { Length: > 0 } folder && !Directory.Exists(folder))
        {
            throw new UserErrorException($"--out {path} cannot be written; nothing was written.\n   There is no folder {folder}. Make it first, or choose another.");
        }

        try
        {
            AtomicFile.WriteText(path, ScenarioSchema.BuildText());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"--out {path} cannot be written; nothing was written.\n   {error.Message}");
        }
    }
}

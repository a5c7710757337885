using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace ProgressionSim.Cli.Commands;

/// <summary>On how many threads the work is done.</summary>
internal static class ThreadsOption
{
    /// <summary>Creates the option; null is all cores.</summary>
    public static Option<int?> Create() => new("--threads")
    {
        Description = "Number of threads; all cores if left out. The results are the same on any number.",
        HelpName = "number",
        CustomParser = Parse,
    };

    private static int? Parse(ArgumentResult argument)
    {
        var typed = argument.Tokens[0].Value;
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 1024)
        {
            return number;
        }

        argument.AddError($"--threads is {typed}. It must be a whole number from 1 to 1024.");
        return null;
    }
}

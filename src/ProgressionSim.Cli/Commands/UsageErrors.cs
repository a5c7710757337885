using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using ProgressionSim.Cli.Errors;
using ProgressionSim.Scenarios.Validation;

namespace ProgressionSim.Cli.Commands;

/// <summary>Mistakes in the arguments, as short messages; help stays on standard output for those who ask for it.</summary>
internal static class UsageErrors
{
    /// <summary>Reports every mistake at once.</summary>
    /// <param name="parsed">What the user typed.</param>
    /// <exception cref="UserErrorException">The arguments cannot be used.</exception>
    public static void ThrowIfAny(ParseResult parsed)
    {
        var results = parsed.CommandResult.Children;
        if (results.OfType<OptionResult>().Any(result => result is { Implicit: false, Option: HelpOption or VersionOption }))
        {
            return;
        }

        // The parser takes an unknown option for a value of an argument; its own words are then beside the point.
        var unknown = results.OfType<ArgumentResult>().SelectMany(result => result.Tokens).Select(token => token.Value).Where(IsOption)
            .Concat(parsed.UnmatchedTokens.Where(IsOption)).ToList();
        if (unknown.Count == 0 && parsed.Errors.Count == 0)
        {
            return;
        }

        var command = parsed.CommandResult.Command;
        var name = string.Join(' ', Ancestors(parsed.CommandResult).Reverse());
        IEnumerable<string> messages = unknown.Count > 0
            ? unknown.Select(option => Unknown(option, $"an option of {name}", command.Options.Select(known => known.Name)))
            : command.Subcommands.Count > 0
                ? [MissingOrUnknownCommand(command, parsed.UnmatchedTokens)]
                : parsed.UnmatchedTokens.Select(token => Unknown(token, $"an argument of {name}", []));
        var other = parsed.Errors.Where(error => parsed.UnmatchedTokens.Count == 0 && unknown.Count == 0 && command.Subcommands.Count == 0 || error.SymbolResult is OptionResult)
            .Select(error => error.Message);
        throw new UserErrorException($"{string.Join('\n', messages.Concat(other).Distinct(StringComparer.Ordinal))}\n   Examples: {name} --help");
    }

    private static bool IsOption(string token) => token.Length > 1 && token[0] == '-';

    private static string MissingOrUnknownCommand(Command command, IReadOnlyList<string> unmatched)
    {
        var known = command.Subcommands.Select(subcommand => subcommand.Name).ToArray();
        return unmatched.Count > 0
            ? Unknown(unmatched[0], "a command", known)
            : $"A command is missing: {string.Join(", ", known[..^1])} or {known[^1]}.";
    }

    private static string Unknown(string token, string what, IEnumerable<string> known) =>
        $"\"{token}\" is not {what}.{(NearestName.Suggest(token, known) is { Length: > 0 } suggestion ? $"\n   {suggestion}" : "")}";

    private static IEnumerable<string> Ancestors(CommandResult innermost)
    {
        for (SymbolResult? result = innermost; result is CommandResult command; result = result.Parent)
        {
            yield return command.Command is RootCommand ? "progsim" : command.Command.Name;
        }
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using ProgressionSim.Cli.Errors;
using ProgressionSim.Cli.Serve;

namespace ProgressionSim.Cli.Commands;

/// <summary><c>progsim serve</c>.</summary>
internal static class ServeCommand
{
    private const int DefaultPort = 5117;

    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var port = new Option<int>("--port")
        {
            Description = "Port on 127.0.0.1; 0 for any free one.",
            HelpName = "number",
            CustomParser = ParsePort,
            DefaultValueFactory = _ => DefaultPort,
        };
        var page = new Option<string?>("--page") { Description = "Folder of the published page; the one that comes with the program if left out.", HelpName = "folder" };
        var threads = ThreadsOption.Create();
        var command = new Command("serve", "Serves the teaching page to browsers on this machine, until Ctrl-C.") { port, page, threads };
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = PageFolder.Find(parsed.GetValue(page), AppContext.BaseDirectory);
            await using var server = await TeachingServer.StartAsync(folder, parsed.GetValue(port), parsed.GetValue(threads));
            await Console.Out.WriteLineAsync($"ProgressionSim is served on {server.Address} (Ctrl-C ends it).");
            await server.ServeUntilAsync(cancellation);
            return ExitCodes.Success;
        });
        return command;
    }

    private static int ParsePort(ArgumentResult argument)
    {
        var typed = argument.Tokens[0].Value;
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= IPEndPoint.MaxPort)
        {
            return number;
        }

        argument.AddError($"--port is {typed}. It must be a whole number from 0 to {IPEndPoint.MaxPort}; 0 is any free one.");
        return DefaultPort;
    }
}

using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using ProgressionSim.Cli.Errors;
using ProgressionSim.Cli.Serve;
using ProgressionSim.Cli.Tests.Commands;

namespace ProgressionSim.Cli.Tests.Serve;

/// <summary>The command from its start to Ctrl-C. Exact.</summary>
public sealed class ServeCommandTests : IDisposable
{
    private static readonly Regex Line = new(
        "^ProgressionSim is served on http://127[.]0[.]0[.]1:(?<port>[0-9]+)/ [(]Ctrl-C ends it[)][.]\n$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    private readonly TemporaryFolder folder = new();

    public static bool IsWindows => OperatingSystem.IsWindows();

    public void Dispose() => folder.Dispose();

    [Fact(Skip = "Windows has no signals.", SkipWhen = nameof(IsWindows))]
    [Trait("Evidence", "Exact")]
    public async Task It_says_where_it_listens_and_nothing_else_and_ends_with_Ctrl_C()
    {
        File.WriteAllText(folder.At("index.html"), ServedPage.Index);

        // Settings of the framework that would open other interfaces, were they read.
        File.WriteAllText(folder.At("appsettings.json"), """{ "Kestrel": { "Endpoints": { "All": { "Url": "http://0.0.0.0:0" } } }, "Urls": "http://0.0.0.0:0" }""");
        InterruptSignal.StopIgnoring();
        using var program = RunningProgram.Start(folder.FullPath, "serve", "--port", "0", "--page", ".", "--threads", "2");
        var said = await program.FirstOutputLine;
        Assert.Matches(Line, said);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Line.Match(said).Groups["port"].Value}"), Timeout = ServedPage.Patience };
        Assert.Equal(ServedPage.Index, await client.GetStringAsync("/"));
        Assert.Equal("400", $"{(int)(await PostedRun.Send(client, "{ \"\\u001b[31m\\n\": ")).StatusCode}");
        await using var run = await PostedRun.Start(client, PostedRun.Endless);
        await run.Until("progress");

        InterruptSignal.Send(program.Id);

        Assert.Equal(new ProgramResult(0, said, ""), program.Finish());
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Without_a_page_it_says_how_to_make_one() => folder.Run("serve", "--page", "none").Refused(
        "--page none has no index.html; nothing is served.\n   In the source tree, \"dotnet publish -c Release src/ProgressionSim.Web\" makes the page; --page FOLDER serves one that is elsewhere.");

    [Fact]
    [Trait("Evidence", "Exact")]
    public async Task A_port_in_use_is_said()
    {
        File.WriteAllText(folder.At("index.html"), ServedPage.Index);
        using var other = new TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();
        var port = ((System.Net.IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        var message = $"Port {port} is in use; nothing is served.\n   Choose another with --port, or any free one with --port 0.";

        var error = await Assert.ThrowsAsync<UserErrorException>(() => TeachingServer.StartAsync(folder.FullPath, int.Parse(port, CultureInfo.InvariantCulture), threads: null));
        Assert.Equal(message, error.Message);
        folder.Run("serve", "--page", ".", "--port", port).Refused(message);
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text;
using ProgressionSim.Cli.Serve;

namespace ProgressionSim.Cli.Tests.Serve;

/// <summary>A small page in a folder of its own, with a file beside the folder that nobody may get, and a server of it.</summary>
public sealed class ServedPage : IAsyncLifetime
{
    public const string Index = "<!doctype html><title>Page</title>\n";

    public const string Secret = "nobody may read this";

    // Bounds a server that does not answer, says nothing about speed.
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder folder = new();

    private TeachingServer? server;

    /// <summary>Gets a client of it, which decompresses nothing.</summary>
    public HttpClient Client { get; } = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { Timeout = Patience };

    public int Port => Server.Address.Port;

    internal TeachingServer Server => server!;

    /// <summary>Full path of something in the page's folder, or beside it with two dots.</summary>
    public string At(string path) => folder.At("web/" + path);

    public async ValueTask InitializeAsync()
    {
        Write("index.html", Index);
        Write("sub/file.txt", "a file\n");
        Write("../secret.txt", Secret);
        Write("../web-of-others/secret.txt", Secret);
        server = await TeachingServer.StartAsync(folder.At("web"), port: 0, threads: 2);
        Client.BaseAddress = server.Address;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>Writes a file of the page.</summary>
    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    /// <summary>Sends bytes as they are, one each for a character, and reads until the server closes the connection.</summary>
    /// <param name="request">What is sent; a port is written as PORT.</param>
    public async Task<string> SendRaw(string request)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Port, patience.Token);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request.Replace("PORT", $"{Port}", StringComparison.Ordinal)), patience.Token);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync(patience.Token);
    }

    /// <summary>Sends a request for a target as it is written, with nothing resolved or encoded.</summary>
    public Task<string> GetRaw(string target, string method = "GET") => SendRaw($"{method} {target} HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nConnection: close\r\n\r\n");

    /// <summary>Asserts that the server still does its work.</summary>
    public async Task StillServes()
    {
        Assert.Equal(Index, await Client.GetStringAsync("/"));
        Assert.Equal(HttpStatusCode.OK, (await Client.GetAsync("/api/info")).StatusCode);
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ProgressionSim.Cli.Errors;

namespace ProgressionSim.Cli.Serve;

/// <summary>Serves the teaching page and runs scenarios for it, on 127.0.0.1 only.</summary>
internal sealed class TeachingServer : IAsyncDisposable
{
    /// <summary>Largest body of a request, bytes.</summary>
    public const int MostBytes = 1024 * 1024;

    // Room for the full line of runs and for pages that load beside it.
    private const int MostConnections = 256;

    // What runs when the server stops is cancelled, which takes less.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(10);

    private readonly WebApplication app;

    private readonly PageFiles files;

    private TeachingServer(WebApplication app, PageFiles files)
    {
        this.app = app;
        this.files = files;
    }

    /// <summary>Gets the address of the page.</summary>
    public Uri Address => new(app.Urls.Single());

    /// <summary>Starts a server.</summary>
    /// <param name="pageFolder">Folder of the page.</param>
    /// <param name="port">The port; 0 for any free one.</param>
    /// <param name="threads">Number of threads of a run; null for all cores.</param>
    /// <returns>The server; it listens.</returns>
    /// <exception cref="UserErrorException">The port cannot be used.</exception>
    public static async Task<TeachingServer> StartAsync(string pageFolder, int port, int? threads)
    {
        var page = new PageFiles(pageFolder);
        var server = new TeachingServer(Build(page, port, threads), page);
        try
        {
            await server.app.StartAsync();
            return server;
        }
        catch (Exception error) when (error is SocketException or IOException { InnerException: AddressInUseException })
        {
            await server.DisposeAsync();
            var reason = error is SocketException ? $"cannot be opened ({error.Message})" : "is in use";
            throw new UserErrorException($"Port {port} {reason}; nothing is served.\n   Choose another with --port, or any free one with --port 0.");
        }
    }

    /// <summary>Serves until that is cancelled; runs under way are cancelled with it.</summary>
    /// <param name="cancellation">Ends the serving.</param>
    public Task ServeUntilAsync(CancellationToken cancellation) => app.WaitForShutdownAsync(cancellation);

    /// <summary>Ends the serving.</summary>
    public Task StopAsync() => app.StopAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await app.DisposeAsync();
        files.Dispose();
    }

    // The empty builder reads no settings: neither a file in the user's folder nor the environment can open another interface.
    private static WebApplication Build(PageFiles page, int port, int? threads)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();

        // The default leaves characters as they are that mean something in HTML.
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Encoder = JavaScriptEncoder.Default);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeToStop);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytes;
            kestrel.Limits.MaxConcurrentConnections = MostConnections;
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var built = builder.Build();
        built.UseStatusCodePages(ErrorAnswers.Write);
        built.Use(RequestGuard.Check);
        ServerRoutes.Map(built, page, threads);
        return built;
    }
}

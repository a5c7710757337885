using Microsoft.AspNetCore.Http;

namespace ProgressionSim.Cli.Serve;

/// <summary>
/// Keeps other sites out of a server that only people at this machine are to use. A page from anywhere may make a browser send requests here, by the server's
/// own address or by a name of its own that it lets point to 127.0.0.1: requests by a foreign name get 421, those from a foreign page get 403 where they could
/// make the server work. Answers carry what keeps browsers from lending them to other pages.
/// </summary>
internal static class RequestGuard
{
    private const string Policy =
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; "
        + "worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private const int DefaultPort = 80;

    private static readonly string[] OwnNames = ["127.0.0.1", "localhost"];

    /// <summary>True for paths of the part that computes.</summary>
    /// <param name="path">Path of a request.</param>
    public static bool IsApi(this PathString path) => path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    /// <summary>Passes a request on or refuses it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="next">What answers it.</param>
    public static Task Check(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";

        var request = context.Request;
        var port = context.Connection.LocalPort;
        if (!IsOwn(request.Host, port))
        {
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return Task.CompletedTask;
        }

        if (request.Path.IsApi() && (IsForeignOrigin(request.Headers.Origin, port) || IsForeignSite(request.Headers["Sec-Fetch-Site"])))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    }

    private static bool IsOwn(HostString host, int port) => (host.Port ?? DefaultPort) == port && OwnNames.Contains(host.Host, StringComparer.OrdinalIgnoreCase);

    // Programs that are no browsers send none.
    private static bool IsForeignOrigin(string? origin, int port) =>
        origin is not null && !(origin.StartsWith("http://", StringComparison.Ordinal) && IsOwn(new HostString(origin["http://".Length..]), port));

    // "none" is the user, who typed the address.
    private static bool IsForeignSite(string? site) => site is not (null or "same-origin" or "none");
}

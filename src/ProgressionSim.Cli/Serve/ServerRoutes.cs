using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ProgressionSim.Cli.Results;

namespace ProgressionSim.Cli.Serve;

/// <summary>Which requests get which answers.</summary>
internal static class ServerRoutes
{
    /// <summary>Adds the routes.</summary>
    /// <param name="app">The application.</param>
    /// <param name="files">Files of the page.</param>
    /// <param name="threads">Number of threads of a run; null for all cores.</param>
    public static void Map(WebApplication app, PageFiles files, int? threads)
    {
        var info = new { program = "ProgressionSim", version = ProgramVersion.Text, threads = threads ?? Environment.ProcessorCount };
        var runs = new RunEndpoint(threads, app.Lifetime.ApplicationStopping);
        app.Map("/api/info", () => TypedResults.Json(info)).AddEndpointFilter(Only(HttpMethods.Get));

        // As a plain delegate: it also fits the overload that throws the result away.
        app.Map("/api/run", (Delegate)runs.Post).AddEndpointFilter(Only(HttpMethods.Post));
        app.Map("/api/{**rest}", () => TypedResults.NotFound());
        app.MapMethods("/{**path}", [HttpMethods.Get, HttpMethods.Head], files.Get);
    }

    // Were the method part of the route, the route of unknown paths would take requests with another one and call the path unknown.
    private static Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> Only(string method) => (context, next) =>
    {
        if (HttpMethods.Equals(context.HttpContext.Request.Method, method))
        {
            return next(context);
        }

        context.HttpContext.Response.Headers.Allow = method;
        return ValueTask.FromResult<object?>(TypedResults.StatusCode(StatusCodes.Status405MethodNotAllowed));
    };
}

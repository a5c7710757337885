using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ProgressionSim.Cli.Serve;

/// <summary>Runs scenarios that clients send.</summary>
/// <param name="threads">Number of threads; null for all cores.</param>
/// <param name="stopping">Cancelled when the server stops.</param>
internal sealed class RunEndpoint(int? threads, CancellationToken stopping)
{
    private const string SecondsToRetry = "5";

    private readonly RunQueue queue = new();

    /// <summary>Answers with the run's events, or with what is wrong with the request or the scenario.</summary>
    /// <param name="context">The request.</param>
    public async Task<IResult> Post(HttpContext context)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        using var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        }
        catch (BadHttpRequestException error)
        {
            return TypedResults.StatusCode(error.StatusCode);
        }

        if (PostedScenario.Load(body.GetBuffer().AsMemory(0, (int)body.Length), out var problems) is not { } plan)
        {
            return TypedResults.Json(new { problems }, statusCode: StatusCodes.Status400BadRequest);
        }

        if (queue.TryJoin() is not { } turn)
        {
            context.Response.Headers.RetryAfter = SecondsToRetry;
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        // Given back at the end of the request, however it ends.
        context.Response.RegisterForDispose(turn);
        return TypedResults.ServerSentEvents(RunEvents.Of(plan, threads, turn, stopping));
    }
}

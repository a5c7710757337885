using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ProgressionSim.Cli.Serve;

/// <summary>What refused requests are told: fixed sentences, nothing that the client sent.</summary>
internal static class ErrorAnswers
{
    /// <summary>Writes the body of an answer that has a status code of an error and nothing else.</summary>
    /// <param name="answer">The answer.</param>
    public static Task Write(StatusCodeContext answer)
    {
        var context = answer.HttpContext;
        var text = Text(context.Response.StatusCode);
        return context.Request.Path.IsApi() ? context.Response.WriteAsJsonAsync(new { error = text }) : WriteText(context.Response, text);
    }

    private static Task WriteText(HttpResponse response, string text)
    {
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(text + "\n");
    }

    private static string Text(int statusCode) => statusCode switch
    {
        StatusCodes.Status403Forbidden => "Only the page that this server serves may ask that.",
        StatusCodes.Status404NotFound => "There is nothing of that name here.",
        StatusCodes.Status405MethodNotAllowed => "That method is not allowed here.",
        StatusCodes.Status413PayloadTooLarge => "A scenario may have at most 1 MB.",
        StatusCodes.Status415UnsupportedMediaType => "A scenario is sent as application/json.",
        StatusCodes.Status421MisdirectedRequest => "This server answers to the names 127.0.0.1 and localhost with its port, and to no other.",
        StatusCodes.Status503ServiceUnavailable => "Too many runs are waiting. Try again in a few seconds.",
        _ => ReasonPhrases.GetReasonPhrase(statusCode) + ".",
    };
}

using System.Net;
using System.Net.ServerSentEvents;
using System.Text;

namespace ProgressionSim.Cli.Tests.Serve;

/// <summary>A run as its client sees it.</summary>
internal sealed class PostedRun : IAsyncDisposable
{
    private readonly CancellationTokenSource patience = new(ServedPage.Patience);

    private readonly HttpResponseMessage answer;

    private readonly IAsyncEnumerator<SseItem<string>> events;

    private PostedRun(HttpResponseMessage answer, Stream stream)
    {
        this.answer = answer;
        events = SseParser.Create(stream).EnumerateAsync(patience.Token).GetAsyncEnumerator(patience.Token);
    }

    /// <summary>Hours of work on any machine, so that a test that waits for its end runs out of patience.</summary>
    public const string Endless =
        """{ "name": "endless", "patients": 1000000, "horizonMonths": 600, "stepDays": 0.25, "arms": [ { "name": "a" }, { "name": "b" }, { "name": "c" } ] }""";

    /// <summary>Done in no time.</summary>
    public const string Short =
        """
        {
          "name": "short", "patients": 1500, "horizonMonths": 24, "seed": 11,
          "treatments": { "ideal80": { "kind": "knockdown", "knockdown": 0.8 } },
          "arms": [ { "name": "untreated" }, { "name": "early", "treatments": ["ideal80"], "start": { "at": "symptomOnset" } } ]
        }
        """;

    /// <summary>Sends a scenario that is accepted.</summary>
    public static async Task<PostedRun> Start(HttpClient client, string scenario)
    {
        var started = await Send(client, scenario);
        Assert.Equal(HttpStatusCode.OK, started.StatusCode);
        Assert.Equal("text/event-stream", started.Content.Headers.ContentType!.ToString());
        return new PostedRun(started, await started.Content.ReadAsStreamAsync());
    }

    /// <summary>Sends a scenario and does not wait for the body of the answer.</summary>
    public static async Task<HttpResponseMessage> Send(HttpClient client, string scenario)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/run") { Content = new StringContent(scenario, Encoding.UTF8, "application/json") };
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>The next event as its type and data; empty at the end.</summary>
    public async Task<(string Type, string Data)> Next() => await events.MoveNextAsync() ? (events.Current.EventType, events.Current.Data) : ("", "");

    /// <summary>Passes over other events up to one.</summary>
    public async Task<string> Until(string type)
    {
        while (true)
        {
            var (next, data) = await Next();
            if (next == type)
            {
                return data;
            }

            Assert.True(next.Length > 0, $"The events ended before {type}.");
        }
    }

    /// <summary>Goes away.</summary>
    public async ValueTask DisposeAsync()
    {
        answer.Dispose();
        await events.DisposeAsync();
        patience.Dispose();
    }
}

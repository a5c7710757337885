using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ProgressionSim.Cli.Results;
using ProgressionSim.Cli.Serve;
using ProgressionSim.Engine.Running;
using ProgressionSim.Scenarios.Loading;
using ProgressionSim.Summaries;
using ProgressionSim.Summaries.Page;

namespace ProgressionSim.Cli.Tests.Serve;

/// <summary>Runs of posted scenarios. Exact. Each test has a server of its own, since the line of runs is shared.</summary>
public sealed class RunTests : IAsyncLifetime
{
    private readonly ServedPage page = new();

    public ValueTask InitializeAsync() => page.InitializeAsync();

    public ValueTask DisposeAsync() => page.DisposeAsync();

    [Fact]
    [Trait("Evidence", "Exact")]
    public async Task Info_names_the_program()
    {
        Assert.Equal($"{{\"program\":\"ProgressionSim\",\"version\":\"{ProgramVersion.Text}\",\"threads\":2}}", await page.Client.GetStringAsync("/api/info"));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public async Task A_run_tells_its_progress_and_gives_the_result_of_the_engine()
    {
        await using var run = await PostedRun.Start(page.Client, PostedRun.Short);
        var (type, data) = await run.Next();
        long last = 0;
        for (; type == "progress"; (type, data) = await run.Next())
        {
            var progress = JsonNode.Parse(data)!;
            Assert.Equal(1500, (long)progress["total"]!);
            Assert.InRange((long)progress["done"]!, last + 1, 1500);
            last = (long)progress["done"]!;
        }

        Assert.True(last > 0, "There was progress.");
        Assert.Equal("result", type);
        var plan = ScenarioLoader.LoadText(Encoding.UTF8.GetBytes(PostedRun.Short), "any", []).Plan!;
        var direct = RunSummary.Of(Simulation.Run(plan, threads: 1), ProgramVersion.Text);
        Assert.Equal(PageResult.Json(direct), data);
        Assert.Contains($"\"sha256\":\"{plan.ScenarioSha256}\"", data, StringComparison.Ordinal);
        Assert.Equal(("", ""), await run.Next());
    }

    [Theory]
    [InlineData(
        """{ "name": "x", "horizonMonths": 0, "<b>": 1, "arms": [ { "name": "u" } ] }""",
        """["horizonMonths is 0 (scenario, line 1).\nIt is a length in months, so it must be a whole number from 1 to 600.\nFor five years, write 60.","\u003Cb\u003E is not a known setting (scenario, line 1).\nKnown here: """)]
    [InlineData(
        """{ "name": "x", "extends": "../../secret.txt", "arms": [ { "name": "u" } ] }""",
        """["extends is \u0022../../secret.txt\u0022 (scenario, line 1).\nA scenario that is not read from a file stands on its own, so it extends no files.\nWrite the settings of that file into the scenario."]""")]
    [InlineData(
        "{ \"name\": \"x\",\n\"patients\": 1000001, \"arms\": [ { \"name\": \"u\" } ] }",
        """["patients is 1000001 (scenario, line 2).\nRuns for the page take turns, so it must be a whole number from 1 to 1,000,000.\nTo run more, save the scenario as a file and use progsim run."]""")]
    [InlineData("{ \"name\": ", """["scenario is not readable JSON at column 11 (scenario, line 1).\nExpected """)]
    [InlineData("", """["scenario is not readable JSON at column 1 (scenario, line 1).\nThe file holds no value."]""")]
    [InlineData("5", """["scenario is 5 (scenario, line 1).\nA scenario file is one object in braces."]""")]
    [Trait("Evidence", "Exact")]
    public async Task Scenarios_with_problems_are_refused_with_all_of_them(string scenario, string problems)
    {
        var answer = await PostedRun.Send(page.Client, scenario);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        var body = await answer.Content.ReadAsStringAsync();
        var expected = $"{{\"problems\":{problems}";
        Assert.Equal(expected, problems.EndsWith(']') ? body[..^1] : body[..Math.Min(body.Length, expected.Length)]);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public async Task Problems_beyond_the_first_hundred_are_counted()
    {
        var unknown = string.Concat(Enumerable.Range(0, 1234).Select(i => $", \"unknown{i}\": 1"));
        var answer = await PostedRun.Send(page.Client, $"{{ \"name\": \"x\", \"arms\": [ {{ \"name\": \"u\" }} ]{unknown} }}");
        var problems = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["problems"]!.AsArray();
        Assert.Equal((101, "There are 1,134 more problems."), (problems.Count, (string?)problems[100]));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public async Task The_most_patients_are_accepted()
    {
        await using var run = await PostedRun.Start(page.Client, PostedRun.Endless);
        Assert.Equal(1_000_000, (int)JsonNode.Parse(await run.Until("progress"))!["total"]!);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public async Task Runs_wait_for_each_other_and_a_client_that_goes_gives_its_place_back()
    {
        var running = await PostedRun.Start(page.Client, PostedRun.Endless);
        await running.Until("progress");
        var second = await PostedRun.Start(page.Client, PostedRun.Endless);
        Assert.Equal(("waiting", "{\"ahead\":1}"), await second.Next());
        await using var third = await PostedRun.Start(page.Client, PostedRun.Short);
        Assert.Equal(("waiting", "{\"ahead\":2}"), await third.Next());

        // One that waits goes, then the one that runs: it would run for hours if nobody stopped it.
        await second.DisposeAsync();
        Assert.Equal(("waiting", "{\"ahead\":1}"), await third.Next());
        await running.DisposeAsync();
        await third.Until("result");
        await page.StillServes();
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public async Task A_full_line_refuses_until_somebody_leaves()
    {
        await using var running = await PostedRun.Start(page.Client, PostedRun.Endless);
        var waiting = new List<PostedRun>();
        for (var i = 1; i <= RunQueue.MostWaiting; i++)
        {
            waiting.Add(await PostedRun.Start(page.Client, PostedRun.Short));
            Assert.Equal(("waiting", $"{{\"ahead\":{i}}}"), await waiting[^1].Next());
        }

        var refused = await PostedRun.Send(page.Client, PostedRun.Short);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal("5", refused.Headers.RetryAfter!.ToString());
        Assert.Equal("{\"error\":\"Too many runs are waiting. Try again in a few seconds.\"}", await refused.Content.ReadAsStringAsync());

        await waiting[0].DisposeAsync();
        Assert.Equal(("waiting", "{\"ahead\":63}"), await waiting[^1].Next());
        await using var last = await PostedRun.Start(page.Client, PostedRun.Short);
        Assert.Equal(("waiting", "{\"ahead\":64}"), await last.Next());
        foreach (var run in waiting[1..])
        {
            await run.DisposeAsync();
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public async Task Fifty_clients_at_once_all_get_the_same_answer()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            Assert.Equal(ServedPage.Index, await page.Client.GetStringAsync("/"));
            await using var run = await PostedRun.Start(page.Client, PostedRun.Short);
            return await run.Until("result");
        }));
        Assert.Single(results.Distinct(StringComparer.Ordinal));
        await page.StillServes();
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public async Task More_clients_than_places_get_an_answer_or_are_told_to_come_again()
    {
        await using var running = await PostedRun.Start(page.Client, PostedRun.Endless);
        await running.Until("progress");
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => PostedRun.Send(page.Client, PostedRun.Short)));
        Assert.Equal(RunQueue.MostWaiting, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        Assert.Equal(100 - RunQueue.MostWaiting, answers.Count(answer => answer.StatusCode == HttpStatusCode.ServiceUnavailable));
        Array.ForEach(answers, answer => answer.Dispose());
        await page.StillServes();
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public async Task An_error_while_running_is_told()
    {
        var plan = ScenarioLoader.LoadText(Encoding.UTF8.GetBytes(PostedRun.Short), "any", []).Plan! with { Disease = null! };
        using var turn = new RunQueue().TryJoin()!;
        var events = await RunEvents.Of(plan, threads: 1, turn, CancellationToken.None).ToListAsync();
        var failed = Assert.Single(events);
        Assert.Equal(("failed", "{\"message\":\"Object reference not set to an instance of an object.\"}"), (failed.EventType, failed.Data));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public async Task A_server_that_stops_ends_its_runs()
    {
        await using var stopping = new ServedPage();
        await stopping.InitializeAsync();
        await using var running = await PostedRun.Start(stopping.Client, PostedRun.Endless);
        await running.Until("progress");
        await using var waiting = await PostedRun.Start(stopping.Client, PostedRun.Short);
        await waiting.Until("waiting");

        await stopping.Server.StopAsync().WaitAsync(ServedPage.Patience);

        await Assert.ThrowsAnyAsync<IOException>(() => running.Until("result"));
        await Assert.ThrowsAnyAsync<IOException>(() => waiting.Until("result"));
    }
}

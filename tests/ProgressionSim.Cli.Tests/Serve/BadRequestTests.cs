using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using ProgressionSim.Cli.Serve;

namespace ProgressionSim.Cli.Tests.Serve;

/// <summary>Requests that cannot be answered: a status code and a fixed sentence, and the server goes on. Exact.</summary>
public sealed class BadRequestTests(ServedPage page) : IClassFixture<ServedPage>
{
    private const string Post = "POST /api/run HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Type: application/json\r\n";

    [Theory]
    [InlineData("POST", "/api/info", 405, "That method is not allowed here.")]
    [InlineData("HEAD", "/api/info", 405, "")]
    [InlineData("GET", "/api/run", 405, "That method is not allowed here.")]
    [InlineData("PUT", "/api/run", 405, "That method is not allowed here.")]
    [InlineData("DELETE", "/api/run", 405, "That method is not allowed here.")]
    [InlineData("GET", "/api", 404, "There is nothing of that name here.")]
    [InlineData("GET", "/api/", 404, "There is nothing of that name here.")]
    [InlineData("GET", "/api/%3Cb%3E", 404, "There is nothing of that name here.")]
    [InlineData("POST", "/api/other", 404, "There is nothing of that name here.")]
    [InlineData("GET", "/api/info/more", 404, "There is nothing of that name here.")]
    [Trait("Evidence", "Exact")]
    public async Task Methods_and_paths(string method, string path, int code, string error)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        var answer = await page.Client.SendAsync(request);
        Assert.Equal(code, (int)answer.StatusCode);
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(error.Length == 0 ? "" : $"{{\"error\":\"{error}\"}}", await answer.Content.ReadAsStringAsync());
        if (code == 405)
        {
            Assert.Equal(path == "/api/run" ? ["POST"] : ["GET"], answer.Content.Headers.Allow);
        }
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=a")]
    [InlineData("text/json")]
    [InlineData("application/jsonp")]
    [InlineData("application/json, text/plain")]
    [InlineData("<b>")]
    [InlineData("")]
    [Trait("Evidence", "Exact")]
    public async Task Only_json_is_taken(string type)
    {
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        var answer = await page.Client.PostAsync("/api/run", content);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal("{\"error\":\"A scenario is sent as application/json.\"}", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public async Task A_body_of_the_most_bytes_is_read_and_one_more_is_too_many()
    {
        using var most = new ByteArrayContent([.. Enumerable.Repeat((byte)' ', TeachingServer.MostBytes)]);
        most.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        var read = await page.Client.PostAsync("/api/run", most);
        Assert.Equal(HttpStatusCode.BadRequest, read.StatusCode);
        Assert.Contains("The file holds no value.", await read.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        // Nothing is sent of it: the number of bytes is enough.
        var refused = await page.SendRaw($"{Post}Content-Length: {TeachingServer.MostBytes + 1}\r\n\r\n");
        Assert.Equal("413", StatusLine.Code(refused));
        Assert.Contains("{\"error\":\"A scenario may have at most 1 MB.\"}", refused, StringComparison.Ordinal);
        await page.StillServes();
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public async Task A_body_in_chunks_is_cut_off_where_it_becomes_too_large()
    {
        // Framing counts too; the last byte, after which nothing is sent, is certainly one too many.
        var answer = await page.SendRaw($"{Post}Transfer-Encoding: chunked\r\n\r\n{TeachingServer.MostBytes:x}\r\n{new string(' ', TeachingServer.MostBytes)}\r\n1\r\n ");
        Assert.Equal("413", StatusLine.Code(answer));
        Assert.Contains("{\"error\":\"A scenario may have at most 1 MB.\"}", answer, StringComparison.Ordinal);
        await page.StillServes();
    }

    public static TheoryData<string, string> Malformed => new()
    {
        { "\u0001\u0002\u00ff\u00fe\r\n\r\n", "400" },
        { "\u0016\u0003\u0001\u0000\u00a5\u0001\u0000\u0000\u00a1\u0003\u0003\r\n\r\n", "400" },
        { "hello\r\n\r\n", "400" },
        { "GET\r\n\r\n", "400" },
        { "GET index.html HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n", "405" },
        { "GET / HTTP/9.9\r\nHost: 127.0.0.1:PORT\r\n\r\n", "505" },
        { "GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nno colon\r\n\r\n", "400" },
        { "GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nA: b\u0000c\r\n\r\n", "400" },
        { "GET /\u00ff HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n", "400" },
        { $"{Post}Content-Length: many\r\n\r\n", "400" },
        { $"{Post}Content-Length: -1\r\n\r\n", "400" },
        { $"{Post}Content-Length: 5\r\nContent-Length: 6\r\n\r\n", "400" },
        { $"{Post}Transfer-Encoding: chunked\r\n\r\nxyz\r\n", "400" },
        { $"{Post}Connection: close\r\n\r\n", "400" },

        // Exactly as much as makes it too long, so that nothing is left unread when the server closes.
        { "GET /".PadRight(8192, 'a'), "414" },
        { "GET / HTTP/1.1\r\n" + "A: ".PadRight((32 * 1024) + 3, 'a'), "431" },
        { "GET / HTTP/1.1\r\n" + string.Concat(Enumerable.Range(0, 101).Select(i => $"H{i}: a\r\n")) + "\r\n", "431" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    [Trait("Evidence", "Exact")]
    public async Task Malformed_requests_get_a_code(string request, string code)
    {
        Assert.Equal(code, StatusLine.Code(await page.SendRaw(request)));
        await page.StillServes();
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public async Task Clients_that_leave_in_the_middle_do_no_harm()
    {
        string[] beginnings = ["", "GET / HT", "GET / HTTP/1.1\r\nHost: 127.0", $"{Post}Content-Length: 100\r\n\r\n{{\"name\"", $"{Post}Transfer-Encoding: chunked\r\n\r\nff\r\n{{"];
        foreach (var beginning in beginnings)
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, page.Port);
            await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(beginning.Replace("PORT", $"{page.Port}", StringComparison.Ordinal)));
            client.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        await page.StillServes();
    }
}

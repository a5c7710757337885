namespace ProgressionSim.Cli.Tests.Serve;

/// <summary>Requests from elsewhere, as a browser would be made to send them. Exact.</summary>
public sealed class ForeignRequestTests(ServedPage page) : IClassFixture<ServedPage>
{
    [Theory]
    [InlineData("127.0.0.1:PORT", "200")]
    [InlineData("localhost:PORT", "200")]
    [InlineData("LOCALHOST:PORT", "200")]
    [InlineData("127.0.0.1", "421")]
    [InlineData("localhost", "421")]
    [InlineData("127.0.0.1:1", "421")]
    [InlineData("localhost:80", "421")]
    [InlineData("evil.example:PORT", "421")]
    [InlineData("evil.example", "421")]
    [InlineData("127.0.0.1.evil.example:PORT", "421")]
    [InlineData("localhost.evil.example:PORT", "421")]
    [InlineData("127.0.0.2:PORT", "421")]
    [InlineData("0.0.0.0:PORT", "421")]
    [InlineData("[::1]:PORT", "421")]
    [InlineData("[::ffff:127.0.0.1]:PORT", "421")]
    [InlineData("2130706433:PORT", "421")]
    [InlineData("", "421")]
    [InlineData("a b:PORT", "400")]
    [InlineData("evil.example:PORT\r\nHost: 127.0.0.1:PORT", "400")]
    [Trait("Evidence", "Exact")]
    public async Task Foreign_names_are_refused(string host, string code)
    {
        foreach (var path in (string[])["/", "/api/info"])
        {
            Assert.Equal(code, StatusLine.Code(await page.SendRaw($"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")));
        }
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nConnection: close\r\n\r\n", "400")]
    [InlineData("GET / HTTP/1.0\r\n\r\n", "421")]
    [InlineData("GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", "421")]
    [InlineData("GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nConnection: close\r\n\r\n", "400")]
    [InlineData("CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\nConnection: close\r\n\r\n", "421")]
    [Trait("Evidence", "Exact")]
    public async Task Requests_without_our_name_are_refused(string request, string code) => Assert.Equal(code, StatusLine.Code(await page.SendRaw(request)));

    [Theory]
    [InlineData("Origin: http://127.0.0.1:PORT", "200")]
    [InlineData("Origin: http://localhost:PORT", "200")]
    [InlineData("Origin: https://127.0.0.1:PORT", "403")]
    [InlineData("Origin: http://127.0.0.1", "403")]
    [InlineData("Origin: http://127.0.0.1:1", "403")]
    [InlineData("Origin: http://evil.example", "403")]
    [InlineData("Origin: http://evil.example:PORT", "403")]
    [InlineData("Origin: http://127.0.0.1:PORT.evil.example", "403")]
    [InlineData("Origin: http://evil.example@127.0.0.1:PORT", "403")]
    [InlineData("Origin: http://127.0.0.1:PORT, http://evil.example", "403")]
    [InlineData("Origin: http://127.0.0.1:PORT\r\nOrigin: http://evil.example", "403")]
    [InlineData("Origin: null", "403")]
    [InlineData("Origin: ", "403")]
    [InlineData("Sec-Fetch-Site: same-origin", "200")]
    [InlineData("Sec-Fetch-Site: none", "200")]
    [InlineData("Sec-Fetch-Site: cross-site", "403")]
    [InlineData("Sec-Fetch-Site: same-site", "403")]
    [InlineData("Origin: http://127.0.0.1:PORT\r\nSec-Fetch-Site: cross-site", "403")]
    [Trait("Evidence", "Exact")]
    public async Task Foreign_pages_are_refused_where_they_could_make_it_work(string headers, string code)
    {
        Assert.Equal(code, StatusLine.Code(await Ask("GET", "/api/info", headers)));
        Assert.Equal(code == "200" ? "415" : code, StatusLine.Code(await Ask("POST", "/api/run", headers)));
        Assert.Equal(code == "200" ? "415" : code, StatusLine.Code(await Ask("POST", "/API/run", headers)));
        Assert.Equal("200", StatusLine.Code(await Ask("GET", "/", headers)));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public async Task Nobody_is_given_leave_to_ask_from_elsewhere()
    {
        const string Asking = "Origin: http://127.0.0.1:PORT\r\nAccess-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: content-type";
        var answer = await Ask("OPTIONS", "/api/run", Asking);
        Assert.Equal("405", StatusLine.Code(answer));
        Assert.DoesNotContain("Access-Control", answer, StringComparison.OrdinalIgnoreCase);
        var foreign = await Ask("OPTIONS", "/api/run", Asking.Replace("127.0.0.1", "evil.example", StringComparison.Ordinal));
        Assert.Equal("403", StatusLine.Code(foreign));
        Assert.DoesNotContain("Access-Control", foreign, StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith("{\"error\":\"Only the page that this server serves may ask that.\"}\r\n0\r\n\r\n", foreign, StringComparison.Ordinal);
    }

    private Task<string> Ask(string method, string path, string headers) =>
        page.SendRaw($"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n{headers}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
}

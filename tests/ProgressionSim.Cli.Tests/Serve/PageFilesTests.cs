using System.Net;

namespace ProgressionSim.Cli.Tests.Serve;

/// <summary>Files of the page. Exact.</summary>
public sealed class PageFilesTests(ServedPage page) : IClassFixture<ServedPage>
{
    [Fact]
    [Trait("Evidence", "Exact")]
    public async Task The_root_is_the_first_file_with_its_headers()
    {
        var answer = await page.Client.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(ServedPage.Index, await answer.Content.ReadAsStringAsync());
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-cache", Header(answer, "Cache-Control"));
        Assert.Equal("Accept-Encoding", Header(answer, "Vary"));
        Assert.NotNull(answer.Headers.ETag);
        HasSecurityHeaders(answer);
    }

    [Theory]
    [InlineData("/missing")]
    [InlineData("/api/info")]
    [InlineData("/api/missing")]
    [Trait("Evidence", "Exact")]
    public async Task Other_answers_have_the_security_headers_too(string path) => HasSecurityHeaders(await page.Client.GetAsync(path));

    [Theory]
    [InlineData("a.html", "text/html; charset=utf-8")]
    [InlineData("a.js", "text/javascript; charset=utf-8")]
    [InlineData("a.mjs", "text/javascript; charset=utf-8")]
    [InlineData("a.css", "text/css; charset=utf-8")]
    [InlineData("a.json", "application/json")]
    [InlineData("a.wasm", "application/wasm")]
    [InlineData("a.png", "image/png")]
    [InlineData("a.svg", "image/svg+xml")]
    [InlineData("a.woff2", "font/woff2")]
    [InlineData("a.webmanifest", "application/manifest+json")]
    [InlineData("a.dat", "application/octet-stream")]
    [InlineData("a.pdb", "application/octet-stream")]
    [InlineData("a", "application/octet-stream")]
    [Trait("Evidence", "Exact")]
    public async Task Types_follow_the_ending(string file, string type)
    {
        page.Write("types/" + file, "content");
        var answer = await page.Client.GetAsync("/types/" + file);
        Assert.Equal(type, answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("content", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, BR", "br")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("gzip;q=0.0, deflate", "")]
    [InlineData("identity", "")]
    [InlineData("", "")]
    [Trait("Evidence", "Exact")]
    public async Task Compressed_copies_go_to_those_who_accept_them(string accepted, string encoding)
    {
        page.Write("packed.js", "plain");
        page.Write("packed.js.br", "as br");
        page.Write("packed.js.gz", "as gzip");
        var answer = await Get("/packed.js", ("Accept-Encoding", accepted));
        Assert.Equal(encoding.Length == 0 ? "plain" : "as " + encoding, await answer.Content.ReadAsStringAsync());
        Assert.Equal(encoding, string.Join(',', answer.Content.Headers.ContentEncoding));
        Assert.Equal("text/javascript; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("Accept-Encoding", Header(answer, "Vary"));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public async Task A_file_without_copies_goes_as_it_is()
    {
        var answer = await Get("/sub/file.txt", ("Accept-Encoding", "br, gzip"));
        Assert.Equal("a file\n", await answer.Content.ReadAsStringAsync());
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public async Task An_unchanged_file_is_not_sent_again()
    {
        page.Write("changing.txt", "one");
        page.Write("changing.txt.br", "one, packed");
        var tag = (await page.Client.GetAsync("/changing.txt")).Headers.ETag!.ToString();
        var again = await Get("/changing.txt", ("If-None-Match", tag));
        Assert.Equal((HttpStatusCode.NotModified, ""), (again.StatusCode, await again.Content.ReadAsStringAsync()));
        Assert.Equal("no-cache", Header(again, "Cache-Control"));

        // The compressed copy is another answer.
        Assert.Equal(HttpStatusCode.OK, (await Get("/changing.txt", ("If-None-Match", tag), ("Accept-Encoding", "br"))).StatusCode);
        page.Write("changing.txt", "two, longer");
        Assert.Equal("two, longer", await (await Get("/changing.txt", ("If-None-Match", tag))).Content.ReadAsStringAsync());
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public async Task Head_has_the_headers_only()
    {
        var answer = await page.GetRaw("/sub/file.txt", "HEAD");
        Assert.Equal("200", StatusLine.Code(answer));
        Assert.Contains("\r\nContent-Length: 7\r\n", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    [InlineData("PROPFIND")]
    [Trait("Evidence", "Exact")]
    public async Task Other_methods_are_not_allowed(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/index.html");
        var answer = await page.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal("GET, HEAD", answer.Content.Headers.Allow.Count > 0 ? string.Join(", ", answer.Content.Headers.Allow) : "");
        Assert.Equal("That method is not allowed here.\n", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/sub")]
    [InlineData("/sub/")]
    [InlineData("/missing.html")]
    [InlineData("/index.html/")]
    [InlineData("/.hidden")]
    [InlineData("/%3Cscript%3Ealert(1)%3C/script%3E")]
    [Trait("Evidence", "Exact")]
    public async Task Folders_and_what_is_not_there_are_not_found(string path)
    {
        page.Write(".hidden", "hidden");
        var answer = await page.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("There is nothing of that name here.\n", await answer.Content.ReadAsStringAsync());
    }

    private static void HasSecurityHeaders(HttpResponseMessage answer)
    {
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        Assert.Equal(
            "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
            Header(answer, "Content-Security-Policy"));
        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase) || header.Key == "Server");
    }

    private static string Header(HttpResponseMessage answer, string name) => string.Join(", ", answer.Headers.GetValues(name));

    private async Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await page.Client.SendAsync(request);
    }
}

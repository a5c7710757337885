namespace ProgressionSim.Cli.Tests.Serve;

/// <summary>Nothing outside the folder of the page can be had. Exact; targets go out as they are written here.</summary>
public sealed class TraversalTests(ServedPage page) : IClassFixture<ServedPage>
{
    public static bool IsWindows => OperatingSystem.IsWindows();

    public static TheoryData<string> Targets =>
    [
        "/../secret.txt",
        "/sub/../../secret.txt",
        "/sub/../../../../../../../../../../etc/passwd",
        "/./../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2E%2E/secret.txt",
        "/.%2e/secret.txt",
        "/sub/%2e%2e/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/..%2Fsecret.txt",
        "/%2e%2e%2fsecret.txt",
        "/sub%2f..%2f..%2fsecret.txt",
        "/%252e%252e/secret.txt",
        "/%252e%252e%252fsecret.txt",
        "/..%252fsecret.txt",
        @"/..\secret.txt",
        @"\..\secret.txt",
        "/..%5csecret.txt",
        "/..%5Csecret.txt",
        "/sub%5c..%5c..%5csecret.txt",
        "/..%c0%afsecret.txt",
        "/%c0%ae%c0%ae/secret.txt",
        "/..%00/secret.txt",
        "/%00",
        "/index.html%00.txt",
        "/../secret.txt%00.html",
        "//etc/passwd",
        "///etc/passwd",
        "/%2fetc%2fpasswd",
        "/file:///etc/passwd",
        "/C:/Windows/win.ini",
        "/C:%5cWindows%5cwin.ini",
        "/..;/secret.txt",
        "/.../secret.txt",
        "/../web-of-others/secret.txt",
        "/..%2fweb-of-others%2fsecret.txt",
        "/-of-others/secret.txt",
        "/secret.txt",
        "../secret.txt",
        "http://127.0.0.1:PORT/../secret.txt",
        "http://127.0.0.1:PORT/..%2fsecret.txt",
        "file:///etc/passwd",
    ];

    [Theory]
    [MemberData(nameof(Targets))]
    [Trait("Evidence", "Exact")]
    public async Task It_is_refused_or_not_found(string target)
    {
        var answer = await page.GetRaw(target);
        Assert.True(StatusLine.Code(answer) is "400" or "404", answer);
        Assert.DoesNotContain(ServedPage.Secret, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public async Task The_full_path_of_a_file_is_no_address_of_it()
    {
        Assert.True(File.Exists(page.At("../secret.txt")));
        Assert.Equal("404", StatusLine.Code(await page.GetRaw(Path.GetFullPath(page.At("../secret.txt")).Replace('\\', '/'))));
        Assert.Equal("404", StatusLine.Code(await page.GetRaw("/" + Path.GetFullPath(page.At("index.html")).Replace('\\', '/'))));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public async Task Inside_the_folder_dots_lead_where_they_say()
    {
        Assert.EndsWith("\r\n\r\na file\n", await page.GetRaw("/sub/../sub/./file.txt"), StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\na file\n", await page.GetRaw("http://127.0.0.1:PORT/sub/file.txt"), StringComparison.Ordinal);
    }

    [Fact(Skip = "Links need rights on Windows.", SkipWhen = nameof(IsWindows))]
    [Trait("Evidence", "Exact")]
    public async Task Links_are_not_followed()
    {
        File.CreateSymbolicLink(page.At("link.txt"), page.At("../secret.txt"));
        File.CreateSymbolicLink(page.At("relative.txt"), Path.Combine("..", "secret.txt"));
        File.CreateSymbolicLink(page.At("link-of-link.txt"), page.At("link.txt"));
        Directory.CreateSymbolicLink(page.At("up"), page.At(".."));
        page.Write("packed.txt", "plain");
        File.CreateSymbolicLink(page.At("packed.txt.gz"), page.At("../secret.txt"));
        foreach (var path in (string[])["/link.txt", "/relative.txt", "/link-of-link.txt", "/up/secret.txt", "/up/web/index.html", "/packed.txt.gz"])
        {
            Assert.Equal("404", StatusLine.Code(await page.GetRaw(path)));
        }

        var answer = await page.SendRaw("GET /packed.txt HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n");
        Assert.EndsWith("\r\n\r\nplain", answer, StringComparison.Ordinal);
    }
}

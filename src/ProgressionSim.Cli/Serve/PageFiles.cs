using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace ProgressionSim.Cli.Serve;

/// <summary>
/// The files of the page, and of its folder only. The static file middleware does not know compressed copies beside the files, which publishing makes and
/// which keep the page small; finding files below a folder and sending them is the framework's.
/// </summary>
internal sealed class PageFiles : IDisposable
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    // The smallest first.
    private static readonly (string Encoding, string Ending)[] CompressedCopies = [("br", ".br"), ("gzip", ".gz")];

    private readonly PhysicalFileProvider files;

    /// <summary>Opens a folder.</summary>
    /// <param name="folder">The folder.</param>
    public PageFiles(string folder) => files = new PhysicalFileProvider(Path.GetFullPath(folder));

    /// <summary>Answers a request for a file.</summary>
    /// <param name="context">The request.</param>
    public IResult Get(HttpContext context)
    {
        var path = context.Request.Path.Value is null or "" or "/" ? "/" + PageFolder.FirstFile : context.Request.Path.Value;
        if (context.Request.Path.IsApi() || Find(path) is not { } file)
        {
            return TypedResults.NotFound();
        }

        var headers = context.Response.Headers;
        headers.Vary = HeaderNames.AcceptEncoding;
        var accepted = context.Request.GetTypedHeaders().AcceptEncoding;
        foreach (var (encoding, ending) in CompressedCopies)
        {
            if (accepted.Any(each => each.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && each.Quality != 0) && Find(path + ending) is { } copy)
            {
                headers.ContentEncoding = encoding;
                file = copy;
                break;
            }
        }

        return TypedResults.PhysicalFile(file.PhysicalPath!, ContentType(path), lastModified: file.LastModified, entityTag: Tag(file));
    }

    /// <inheritdoc/>
    public void Dispose() => files.Dispose();

    // The provider refuses paths that lead out of its folder, but follows links and passes over a slash at the end. A published page has no links, so none is
    // followed.
    private IFileInfo? Find(string path) =>
        !path.EndsWith('/') && files.GetFileInfo(path) is { Exists: true, PhysicalPath: { } physical } file && !IsBehindLink(physical) ? file : null;

    private bool IsBehindLink(string physicalPath)
    {
        for (FileSystemInfo? part = new FileInfo(physicalPath); part is not null && part.FullName.Length > files.Root.Length; part = Directory.GetParent(part.FullName))
        {
            if (part.LinkTarget is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static string ContentType(string path) =>
        !ContentTypes.TryGetContentType(path, out var type) ? "application/octet-stream" : type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type;

    private static EntityTagHeaderValue Tag(IFileInfo file) => new(string.Create(CultureInfo.InvariantCulture, $"\"{file.LastModified.UtcTicks:x}-{file.Length:x}\""));
}

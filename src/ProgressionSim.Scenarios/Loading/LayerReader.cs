using ProgressionSim.Scenarios.Calibration;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Validation;

namespace ProgressionSim.Scenarios.Loading;

/// <summary>Reads a scenario file and all it extends, or a text that stands on its own, and merges the layers.</summary>
internal sealed class LayerReader(string rootFile, ProblemList problems)
{
    private const int MaximumFiles = 200;
    private const string Extends = "extends";

    private readonly string rootFolder = Path.GetDirectoryName(Path.GetFullPath(rootFile)) ?? "";
    private readonly List<(int Layer, DocumentObject Document)> layers = [];
    private readonly List<string> open = [];
    private int filesRead;

    /// <summary>Reads everything; what cannot be read is reported and left out.</summary>
    /// <returns>The merged document; null when the scenario file itself could not be read.</returns>
    public DocumentObject? Read()
    {
        var name = Path.GetFileName(rootFile);
        var origin = new SettingOrigin(name, null, null, MaximumFiles);
        if (!File.Exists(rootFile))
        {
            problems.Add(origin, "", $"{name} does not exist", "There must be a scenario file of that name; \"progsim scenarios\" lists those that ship.", NearestFile(Path.GetFullPath(rootFile)));
            return null;
        }

        ReadFile(Path.GetFullPath(rootFile), origin);
        return Merged();
    }

    /// <summary>Reads a text instead of the file; no file is read, whatever the text names.</summary>
    /// <param name="utf8">The text.</param>
    /// <returns>The document; null when the text could not be read.</returns>
    public DocumentObject? ReadText(ReadOnlySpan<byte> utf8)
    {
        ReadLayer(utf8, rootFile, MaximumFiles, path: null);
        return Merged();
    }

    private DocumentObject? Merged()
    {
        if (layers.Count == 0 || layers[0].Layer != MaximumFiles)
        {
            return null;
        }

        var merged = new DocumentObject(layers[0].Document.Origin);
        foreach (var (_, document) in layers.OrderBy(layer => layer.Layer))
        {
            DocumentMerger.Merge(merged, document);
        }

        return merged;
    }

    // Files are numbered downwards from the scenario itself, the last one extended first, so a higher number always wins.
    private void ReadFile(string path, SettingOrigin asking)
    {
        var name = NameOf(path);
        var layer = MaximumFiles - filesRead;
        filesRead++;
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add(asking, "", $"{name} cannot be read", "It may be open elsewhere, or you may not be allowed to read it.");
            return;
        }

        open.Add(path);
        ReadLayer(bytes, name, layer, path);
        open.RemoveAt(open.Count - 1);
    }

    // A text that is no file has no path.
    private void ReadLayer(ReadOnlySpan<byte> utf8, string name, int layer, string? path)
    {
        switch (DocumentReader.Read(utf8, name, layer, problems))
        {
            case DocumentObject document:
                layers.Add((layer, document));
                ReadExtended(document, path);
                ReadTargets(document, path);
                document.Members.Remove("$schema");
                document.Members.Remove(Extends);
                break;
            case { } other:
                problems.Add(other.Origin, "", $"{name} is {other.AsTyped}", "A scenario file is one object in braces.");
                break;
        }
    }

    private void ReadExtended(DocumentObject document, string? path)
    {
        if (document.Find("$schema") is { Text: null } schema)
        {
            problems.Wrong(schema, "$schema", "It must be text in quotation marks.");
        }

        if (document.Find(Extends) is not { } extends)
        {
            return;
        }

        var isList = extends is DocumentArray;
        var entries = extends is DocumentArray items ? items.Items : [extends];
        for (var i = entries.Count - 1; i >= 0; i--)
        {
            var entryPath = isList ? SettingPath.Item(Extends, i) : Extends;
            if (entries[i].Text is not { Length: > 0 } file)
            {
                problems.Wrong(entries[i], entryPath, "It must be the name of a file in quotation marks, or a list of such names.");
                continue;
            }

            ReadEntry(entries[i], entryPath, file, path, "Write the settings of that file into the scenario.");
        }
    }

    // Evidence that a fit names is a layer like those of extends, below them all.
    private void ReadTargets(DocumentObject document, string? path)
    {
        if (document.FindObject(CalibrationSettings.Section)?.Find(CalibrationSettings.Targets) is { Text: { Length: > 0 } file } node)
        {
            ReadEntry(
                node, $"{CalibrationSettings.Section}.{CalibrationSettings.Targets}", file, path, $"Leave out the section {CalibrationSettings.Section}; only a fit needs it.");
        }
    }

    private void ReadEntry(DocumentNode entry, string entryPath, string file, string? asking, string withoutFile)
    {
        if (Path.GetDirectoryName(asking) is not { } folder)
        {
            problems.Wrong(entry, entryPath, "A scenario that is not read from a file stands on its own, so it extends no files.", withoutFile);
            return;
        }

        var target = file.Contains('\0', StringComparison.Ordinal) ? null : Path.GetFullPath(Path.Combine(folder, file));
        if (target is null || !File.Exists(target))
        {
            problems.Wrong(entry, entryPath, "There is no such file; names count from the folder of the file that has them.", target is null ? "" : NearestFile(target));
        }
        else if (open.Contains(target, StringComparer.Ordinal))
        {
            var circle = open.SkipWhile(each => each != target).Append(target).Select(NameOf);
            problems.Wrong(entry, entryPath, $"The files extend each other in a circle: {string.Join(" -> ", circle)}.");
        }
        else if (filesRead >= MaximumFiles)
        {
            problems.Wrong(entry, entryPath, FormattableString.Invariant($"A scenario may be made of at most {MaximumFiles} files."));
        }
        else
        {
            ReadFile(target, entry.Origin);
        }
    }

    private string NameOf(string path) => Path.GetRelativePath(rootFolder, path).Replace('\\', '/');

    private static string NearestFile(string path)
    {
        var folder = Path.GetDirectoryName(path);
        if (folder is null || !Directory.Exists(folder))
        {
            return "";
        }

        try
        {
            return NearestName.Suggest(Path.GetFileName(path), Directory.EnumerateFiles(folder, "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}

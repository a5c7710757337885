using System.Text;
using System.Text.Json;

namespace ProgressionSim.Scenarios.Documents;

/// <summary>Reads JSON text into a tree whose nodes know their line and their text as typed. Comments and trailing commas are allowed.</summary>
internal static class DocumentReader
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads a file's bytes.</summary>
    /// <param name="bytes">The text in UTF-8, with or without a byte-order mark.</param>
    /// <param name="file">Name for messages.</param>
    /// <param name="layer">Order of merging.</param>
    /// <param name="problems">Receives syntax errors and duplicate keys.</param>
    /// <returns>The tree, or null when the text is no JSON.</returns>
    public static DocumentNode? Read(ReadOnlySpan<byte> bytes, string file, int layer, ProblemList problems)
    {
        bytes = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        var lines = new LineIndex(bytes, file, layer);
        var reader = new Utf8JsonReader(bytes, Options);
        try
        {
            reader.Read();
            var node = ReadValue(ref reader, bytes, lines.At(reader.TokenStartIndex), "", lines, problems);
            reader.Read();
            return node;
        }
        catch (JsonException error)
        {
            var line = (int)(error.LineNumber ?? 0) + 1;
            var column = (int)(error.BytePositionInLine ?? 0) + 1;
            ReportSyntax(new SettingOrigin(file, line, column, layer), lines.LineText(bytes, line), lines.Reading, error.Message, problems);
        }
        catch (InvalidOperationException)
        {
            problems.Add(lines.At(reader.TokenStartIndex), "", $"{file} is not readable JSON", "A text holds bytes or escapes that are not Unicode.");
        }

        return null;
    }

    /// <summary>Reads a value given on the command line or a default: JSON if it is that, text otherwise.</summary>
    /// <param name="text">The value.</param>
    /// <param name="origin">Origin of every node of it.</param>
    /// <param name="path">Path it is meant for, for messages.</param>
    /// <param name="problems">Receives duplicate keys.</param>
    public static DocumentNode ReadLoose(string text, SettingOrigin origin, string path, ProblemList problems)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        try
        {
            var reader = new Utf8JsonReader(bytes, Options);
            reader.Read();
            var found = new ProblemList();
            var node = ReadValue(ref reader, bytes, origin, path, new LineIndex(origin), found);
            if (!reader.Read())
            {
                found.CopyTo(problems);
                return node;
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Not JSON: plain text, as typed without quotation marks.
        }

        return new DocumentValue(origin, JsonValueKind.String, text, text);
    }

    private static DocumentNode ReadValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes, SettingOrigin origin, string path, LineIndex lines, ProblemList problems)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new DocumentObject(origin);
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var place = lines.At(reader.TokenStartIndex);
                    var name = reader.GetString()!;
                    var memberPath = SettingPath.Member(path, name);
                    lines.Reading = memberPath;
                    reader.Read();
                    var value = ReadValue(ref reader, bytes, place, memberPath, lines, problems);
                    if (members.Members.TryGetValue(name, out var earlier))
                    {
                        var where = earlier.Origin.Line is { } line ? FormattableString.Invariant($" on line {line}") : "";
                        problems.Add(place, memberPath, $"{memberPath} is written twice", $"It already stands{where}, and only one value can count.", "Keep one of the two.");
                    }

                    members.Members[name] = value;
                }

                return members;
            case JsonTokenType.StartArray:
                var items = new DocumentArray(origin);
                for (; ReadItem(ref reader, path, items, lines);)
                {
                    items.Items.Add(ReadValue(ref reader, bytes, lines.At(reader.TokenStartIndex), SettingPath.Item(path, items.Items.Count), lines, problems));
                }

                return items;
            default:
                var raw = Encoding.UTF8.GetString(bytes[(int)reader.TokenStartIndex..(int)reader.BytesConsumed]);
                return reader.TokenType switch
                {
                    JsonTokenType.String => new DocumentValue(origin, JsonValueKind.String, raw, reader.GetString()),
                    JsonTokenType.Number => new DocumentValue(origin, JsonValueKind.Number, raw, null),
                    JsonTokenType.True => new DocumentValue(origin, JsonValueKind.True, raw, null),
                    JsonTokenType.False => new DocumentValue(origin, JsonValueKind.False, raw, null),
                    _ => new DocumentValue(origin, JsonValueKind.Null, raw, null),
                };
        }
    }

    private static bool ReadItem(ref Utf8JsonReader reader, string path, DocumentArray items, LineIndex lines)
    {
        lines.Reading = SettingPath.Item(path, items.Items.Count);
        return reader.Read() && reader.TokenType != JsonTokenType.EndArray;
    }

    private static void ReportSyntax(SettingOrigin origin, string line, string reading, string message, ProblemList problems)
    {
        var column = origin.Column!.Value;
        var statement = FormattableString.Invariant($"{origin.File} is not readable JSON at column {column}");
        var start = Math.Clamp(column - 1, 0, line.Length);
        while (start > 0 && (char.IsLetter(line[start - 1]) || line[start - 1] is '-' or '+'))
        {
            start--;
        }

        var end = start;
        while (end < line.Length && (char.IsLetter(line[end]) || line[end] is '-' or '+'))
        {
            end++;
        }

        var word = line[start..end];
        if (word.Trim('-', '+') is "NaN" or "Infinity" or "nan" or "inf" or "infinity")
        {
            problems.Add(origin, reading, $"{reading} is {word}", "That is not a number that can be computed with.", "Write a finite number.", word);
            return;
        }

        if (message.StartsWith("The input does not contain any JSON tokens", StringComparison.Ordinal))
        {
            problems.Add(origin, "", statement, "The file holds no value.");
            return;
        }

        var cut = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        problems.Add(origin, "", statement, cut < 0 ? message : message[..cut]);
    }
}

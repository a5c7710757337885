using System.Text.Json;

namespace ProgressionSim.Summaries.Json;

/// <summary>How a summary.json is written.</summary>
internal static class JsonFile
{
    /// <summary>A whole file: indented, LF line ends, a line end at the end.</summary>
    public static byte[] Of(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}

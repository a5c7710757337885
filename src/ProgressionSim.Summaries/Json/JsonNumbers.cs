using System.Buffers;
using System.Text;
using System.Text.Json;

namespace ProgressionSim.Summaries.Json;

/// <summary>How numbers and one-line values are written.</summary>
internal static class JsonNumbers
{
    /// <summary>A number with up to 10 significant digits; null when there is none.</summary>
    public static void WriteValue(this Utf8JsonWriter json, string name, double? value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    /// <summary>A list of numbers on one line.</summary>
    public static void WriteNumbers(this Utf8JsonWriter json, string name, IReadOnlyList<double> values)
    {
        json.WritePropertyName(name);
        json.WriteNumbers(values);
    }

    /// <summary>A list of numbers on one line, as an item of an array or after a name.</summary>
    public static void WriteNumbers(this Utf8JsonWriter json, IReadOnlyList<double> values) => json.WriteOnOneLine(line =>
    {
        line.WriteStartArray();
        foreach (var value in values)
        {
            line.WriteValue(value);
        }

        line.WriteEndArray();
    });

    /// <summary>The value of a property that is an estimate with its standard error and interval, on one line.</summary>
    public static void WriteEstimate(this Utf8JsonWriter json, double value, double standardError, double low, double high) => json.WriteOnOneLine(line =>
    {
        line.WriteStartObject();
        line.WriteValue("value", value);
        line.WriteValue("standardError", standardError);
        line.WriteValue("low", low);
        line.WriteValue("high", high);
        line.WriteEndObject();
    });

    /// <summary>The value of a property without line breaks inside an indented file.</summary>
    public static void WriteOnOneLine(this Utf8JsonWriter json, Action<Utf8JsonWriter> write) => json.WriteCompact([], write);

    /// <summary>An item of an array on a line of its own; the indented writer would put raw items side by side.</summary>
    public static void WriteItemOnOneLine(this Utf8JsonWriter json, Action<Utf8JsonWriter> write) =>
        json.WriteCompact(Encoding.ASCII.GetBytes("\n" + new string(' ', 2 * json.CurrentDepth)), write);

    private static void WriteCompact(this Utf8JsonWriter json, ReadOnlySpan<byte> before, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write(before);
        using (var line = new Utf8JsonWriter(buffer))
        {
            write(line);
        }

        json.WriteRawValue(buffer.WrittenSpan, skipInputValidation: true);
    }

    private static void WriteValue(this Utf8JsonWriter json, double? value)
    {
        if (value is { } number && NumberText.ForFile(number) is { } text)
        {
            json.WriteRawValue(text, skipInputValidation: true);
        }
        else
        {
            json.WriteNullValue();
        }
    }
}

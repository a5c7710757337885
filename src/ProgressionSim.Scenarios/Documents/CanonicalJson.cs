using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ProgressionSim.Scenarios.Documents;

/// <summary>One text for all ways to write the same document: no spaces, keys in ordinal order, numbers in their shortest form, no nulls.</summary>
internal static class CanonicalJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a tree.</summary>
    /// <param name="node">The tree.</param>
    /// <param name="leaveOut">Members of the top level that are not written.</param>
    public static string Write(DocumentObject node, IReadOnlyCollection<string> leaveOut)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            WriteObject(writer, node, leaveOut);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes any node.</summary>
    public static string Write(DocumentNode node)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            WriteNode(writer, node);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteObject(Utf8JsonWriter writer, DocumentObject node, IReadOnlyCollection<string> leaveOut)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in node.Members.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            if (!value.IsNull && !leaveOut.Contains(name, StringComparer.Ordinal))
            {
                writer.WritePropertyName(name);
                WriteNode(writer, value);
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes a value into a longer text.</summary>
    public static void WriteNode(Utf8JsonWriter writer, DocumentNode node)
    {
        switch (node)
        {
            case DocumentObject members:
                WriteObject(writer, members, []);
                break;
            case DocumentArray items:
                writer.WriteStartArray();
                items.Items.ForEach(item => WriteNode(writer, item));
                writer.WriteEndArray();
                break;
            case DocumentValue { Kind: JsonValueKind.String } text:
                writer.WriteStringValue(text.StringValue);
                break;
            case DocumentValue { Kind: JsonValueKind.Number, FiniteNumber: { } number }:
                // Adding 0 turns -0 into 0.
                writer.WriteRawValue((number + 0.0).ToString("R", CultureInfo.InvariantCulture));
                break;
            case DocumentValue other:
                writer.WriteRawValue(other.Raw);
                break;
        }
    }
}

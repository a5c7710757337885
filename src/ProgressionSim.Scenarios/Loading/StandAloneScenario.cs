using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ProgressionSim.Scenarios.Catalogue;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Paths;
using ProgressionSim.Scenarios.Validation;

namespace ProgressionSim.Scenarios.Loading;

/// <summary>A scenario as one file that extends no other: to be sent to somebody who has none of the files it was made from.</summary>
public static class StandAloneScenario
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Puts the files of a scenario and further values together.</summary>
    /// <param name="path">The scenario file.</param>
    /// <param name="overrides">Values that win over every file.</param>
    /// <returns>
    /// Text of a scenario file that gives the same resolved scenario, hash included. Comments are lost; defaults stay out; the settings stand in the order of the
    /// documentation.
    /// </returns>
    /// <exception cref="ArgumentException">A file cannot be read or a value has no place; the message says what is wrong.</exception>
    public static string Text(string path, IReadOnlyList<ScenarioOverride> overrides)
    {
        var problems = new ProblemList();
        var document = new LayerReader(path, problems).Read();
        foreach (var change in document is null ? [] : overrides)
        {
            OverrideApplier.Apply(
                SettingCatalogue.Root, document!, change.Path, change.Value, new SettingOrigin(change.Label, null, null, SettingOrigin.CommandLineLayer), problems);
        }

        return document is not null && problems.IsEmpty
            ? Write(document)
            : throw new ArgumentException(ProblemText.Render(Path.GetFileName(path), problems.InOrder()), nameof(path));
    }

    private static string Write(DocumentObject document)
    {
        var order = SettingCatalogue.Root.Members.Select(member => member.Name).ToList();
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            foreach (var (name, value) in document.Members.Where(member => !member.Value.IsNull).OrderBy(member => order.IndexOf(member.Key)))
            {
                json.WritePropertyName(name);
                CanonicalJson.WriteNode(json, value);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }
}

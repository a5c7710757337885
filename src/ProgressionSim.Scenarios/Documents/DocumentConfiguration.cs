using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace ProgressionSim.Scenarios.Documents;

/// <summary>
/// A document read as configuration, without copying it first. Unlike that of other providers, its keys are told apart by capital letters, and children of
/// an object come in the order of the document. An explicit null is as if it were not written.
/// </summary>
/// <param name="node">What stands here; null for nothing.</param>
/// <param name="key">Last part of the path.</param>
/// <param name="path">Parts of the path with colons between them.</param>
internal sealed class DocumentConfiguration(DocumentNode? node, string key = "", string path = "") : IConfigurationSection
{
    /// <inheritdoc/>
    public string Key => key;

    /// <inheritdoc/>
    public string Path => path;

    /// <inheritdoc/>
    [SuppressMessage("Design", "CA1065:Do not raise exceptions in unexpected locations", Justification = "The document is read-only here.")]
    public string? Value
    {
        get => node switch
        {
            DocumentValue { Kind: JsonValueKind.String } text => text.StringValue,
            DocumentValue { Kind: JsonValueKind.Null } => null,

            // As in the canonical text, where -0 is 0.
            DocumentValue { Kind: JsonValueKind.Number } number => number.Raw[0] == '-' && number.FiniteNumber == 0 ? "0" : number.Raw,
            DocumentValue other => other.Raw,
            _ => null,
        };
        set => throw new NotSupportedException("The document is read-only.");
    }

    /// <inheritdoc/>
    public string? this[string key]
    {
        get => Section(key).Value;
        set => throw new NotSupportedException("The document is read-only.");
    }

    /// <inheritdoc/>
    public IConfigurationSection GetSection(string key) => Section(key);

    /// <inheritdoc/>
    public IEnumerable<IConfigurationSection> GetChildren() => node switch
    {
        DocumentObject group => group.Members.Where(member => !member.Value.IsNull).Select(member => Child(member.Value, member.Key)),
        DocumentArray items => items.Items.Select((item, index) => Child(item, index.ToString(CultureInfo.InvariantCulture))),
        _ => [],
    };

    /// <inheritdoc/>
    public IChangeToken GetReloadToken() => throw new NotSupportedException("The document does not change.");

    private DocumentConfiguration Section(string keys)
    {
        var here = node;
        var rest = keys.AsSpan();
        while (here is not null)
        {
            var colon = rest.IndexOf(':');
            var name = colon < 0 ? rest : rest[..colon];
            here = here switch
            {
                DocumentObject group => group.Find(name.ToString()),
                DocumentArray items when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < items.Items.Count => items.Items[index],
                _ => null,
            };
            if (colon < 0)
            {
                break;
            }

            rest = rest[(colon + 1)..];
        }

        return new DocumentConfiguration(here, keys[(keys.LastIndexOf(':') + 1)..], path.Length == 0 ? keys : $"{path}:{keys}");
    }

    private DocumentConfiguration Child(DocumentNode child, string name) => new(child, name, path.Length == 0 ? name : $"{path}:{name}");
}

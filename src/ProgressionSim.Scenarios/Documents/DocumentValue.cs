using System.Globalization;
using System.Text.Json;

namespace ProgressionSim.Scenarios.Documents;

/// <summary>A number, text, flag or null.</summary>
/// <param name="origin">Where it was written.</param>
/// <param name="kind">What it is.</param>
/// <param name="raw">The token as typed, with quotation marks for text.</param>
/// <param name="text">The text without quotation marks and escapes; null for other kinds.</param>
internal sealed class DocumentValue(SettingOrigin origin, JsonValueKind kind, string raw, string? text) : DocumentNode(origin)
{
    private const int LongestShown = 80;

    /// <summary>What it is.</summary>
    public JsonValueKind Kind { get; } = kind;

    /// <summary>The token as typed.</summary>
    public string Raw { get; } = raw;

    /// <summary>The text; null for other kinds.</summary>
    public string? StringValue { get; } = text;

    /// <summary>The number; null for other kinds and for one too large to compute with.</summary>
    public double? FiniteNumber =>
        Kind == JsonValueKind.Number && double.TryParse(Raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    /// <inheritdoc/>
    public override string AsTyped => Raw.Length <= LongestShown ? Raw : Raw[..LongestShown] + "...";

    /// <summary>A number.</summary>
    /// <param name="origin">Where it was written.</param>
    /// <param name="number">Finite.</param>
    public static DocumentValue OfNumber(SettingOrigin origin, double number) => new(origin, JsonValueKind.Number, number.ToString("R", CultureInfo.InvariantCulture), null);

    /// <summary>A text.</summary>
    /// <param name="origin">Where it was written.</param>
    /// <param name="text">Without characters that JSON escapes.</param>
    public static DocumentValue OfText(SettingOrigin origin, string text) => new(origin, JsonValueKind.String, $"\"{text}\"", text);

    /// <inheritdoc/>
    public override DocumentNode Copy() => this;
}

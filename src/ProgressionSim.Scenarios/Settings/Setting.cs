using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Scenarios.Settings;

/// <summary>One setting: its rule, its default and where the default comes from.</summary>
/// <param name="Meaning">What it means, in a sentence.</param>
/// <param name="Kind">Shape of its value.</param>
/// <param name="Unit">Unit of its numbers.</param>
internal sealed record Setting(string Meaning, SettingKind Kind, SettingUnit Unit) : Shape(Meaning)
{
    /// <summary>Allowed numbers.</summary>
    public NumberRange Range { get; init; } = NumberRange.Any;

    /// <summary>Value in JSON that stands when none is written; null when there is none.</summary>
    public string? Default { get; init; }

    /// <summary>Where the default comes from; for settings without one, why there is none.</summary>
    public string Source { get; init; } = "No default: the scenario says it.";

    /// <summary>How far the default can be trusted.</summary>
    public Confidence Confidence { get; init; } = Confidence.Assumption;

    /// <summary>Next step shown with a number outside its range.</summary>
    public string Advice { get; init; } = "";

    /// <summary>True when a feature explains a number that is too large, better than the range can.</summary>
    public bool ExplainsMaximum { get; init; }

    /// <summary>Words of a choice, or the names a pair may hold.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Number of values of a list; null for any of at least one.</summary>
    public int? Length { get; init; }
}

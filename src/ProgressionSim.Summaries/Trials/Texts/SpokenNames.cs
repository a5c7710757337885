namespace ProgressionSim.Summaries.Trials.Texts;

/// <summary>Names of scenarios as people say them.</summary>
internal static class SpokenNames
{
    /// <summary>A name of the scenario: <c>deathOrVentilation</c> as <c>death or ventilation</c>; names with spaces stay.</summary>
    public static string Event(string name) => name.Contains(' ', StringComparison.Ordinal)
        ? name
        : string.Concat(name.Select((letter, i) => char.IsUpper(letter) && i > 0 ? " " + char.ToLowerInvariant(letter) : letter.ToString()));

    /// <summary>A measure of visits, without its unit.</summary>
    public static string Measure(string name) => name switch
    {
        "alsfrsTotal" => "ALSFRS-R",
        "alsfrsChange" => "Change in ALSFRS-R",
        "svcPercent" => "Slow vital capacity",
        "svcPercentChange" => "Change in slow vital capacity",
        "neurofilamentPgPerMl" => "Neurofilament",
        _ => name,
    };
}

namespace ProgressionSim.Scenarios.Documents;

/// <summary>Where a value was written.</summary>
/// <param name="File">File as named from the scenario's own folder; the option text on the command line; empty for a default.</param>
/// <param name="Line">Line, from 1; null on the command line and for a default.</param>
/// <param name="Column">Column in bytes, from 1; null likewise.</param>
/// <param name="Layer">Order of merging, from 0; later layers win. -1 for a default.</param>
public sealed record SettingOrigin(string File, int? Line, int? Column, int Layer)
{
    /// <summary>Layer of values given on the command line, after every file.</summary>
    public const int CommandLineLayer = int.MaxValue;

    /// <summary>Of a value no file sets.</summary>
    public static SettingOrigin Default { get; } = new("", null, null, -1);

    /// <summary>True for a value no file sets.</summary>
    public bool IsDefault => Layer < 0;

    /// <summary>True for a value given on the command line.</summary>
    public bool IsCommandLine => Layer == CommandLineLayer;
}

namespace ProgressionSim.Scenarios.Validation;

/// <summary>One mistake in a scenario, with all a reader needs to mend it.</summary>
public sealed record ScenarioProblem
{
    /// <summary>File as named from the scenario's own folder, or the command-line option that carries the mistake.</summary>
    public required string File { get; init; }

    /// <summary>Line in the file, from 1; null on the command line and where a whole file is meant.</summary>
    public required int? Line { get; init; }

    /// <summary>Path of the setting, for example <c>arms[1].start.offsetMonths</c>; empty where a whole file is meant.</summary>
    public required string Path { get; init; }

    /// <summary>The value as typed; null where something is missing or unknown.</summary>
    public string? ValueAsTyped { get; init; }

    /// <summary>What is wrong, without place and without a full stop, for example <c>horizonMonths is -3</c>.</summary>
    public required string Statement { get; init; }

    /// <summary>The rule with its unit, in sentences; empty when the statement says it all.</summary>
    public string Rule { get; init; } = "";

    /// <summary>The next step, in sentences; empty when none is known.</summary>
    public string Suggestion { get; init; } = "";

    /// <summary>Where in the order of layers and lines the problem belongs.</summary>
    internal (int Layer, int Line, int Column) Order { get; init; }
}

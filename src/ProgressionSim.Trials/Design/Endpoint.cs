namespace ProgressionSim.Trials.Design;

/// <summary>One endpoint with its analysis.</summary>
public sealed record Endpoint
{
    /// <summary>Name, unique in the trial.</summary>
    public required string Name { get; init; }

    /// <summary>How it is analysed.</summary>
    public required AnalysisMethod Analysis { get; init; }

    /// <summary>Measurement at visits; null for endpoints of events or responders alone.</summary>
    public TrialMeasure? Measure { get; init; }

    /// <summary>Event; null for endpoints of measurements or responders alone.</summary>
    public EventDefinition? Event { get; init; }

    /// <summary>Conditions that make a responder at the visit looked at; empty for other endpoints. The dead and those not seen are no responders.</summary>
    public IReadOnlyList<MeasureCondition> Responder { get; init; } = [];

    /// <summary>Index of the visit looked at; the last one unless stated.</summary>
    public required int Visit { get; init; }

    /// <summary>Baseline quantities and baseline values of measures that the analysis adjusts for, besides the baseline value that it always takes.</summary>
    public IReadOnlyList<TrialMeasure> Covariates { get; init; } = [];

    /// <summary>True when the logarithm of the measure is analysed; the effect is then a log ratio.</summary>
    public bool Logarithm { get; init; }

    /// <summary>What stands for the measurements of the dead.</summary>
    public DeathHandling Deaths { get; init; }

    /// <summary>What is done with what follows rescue or open label.</summary>
    public RescueHandling AfterRescue { get; init; }
}

namespace ProgressionSim.Model.Parameters;

/// <summary>Thresholds whose first crossing dates a milestone of the course.</summary>
public sealed record MilestoneParameters
{
    /// <summary>Symptom onset: the function of the weakest region falls below this, 0-1.</summary>
    public required double SymptomOnsetFunction { get; init => field = Require.Fraction(value); }

    /// <summary>Electromyographic change: the affected fraction of some region exceeds this, 0-1.</summary>
    public required double ElectromyographicAffectedFraction { get; init => field = Require.Fraction(value); }

    /// <summary>Neurofilament rise: the level exceeds this multiple of the age norm; at least 1.</summary>
    public required double NeurofilamentFoldRise { get; init => field = Require.Between(value, 1.0, 1e6); }
}

namespace ProgressionSim.Experiments.Evidence;

/// <summary>How a quantity is computed from a simulated cohort.</summary>
public abstract record Estimator
{
    /// <summary>Index of the arm.</summary>
    public required int Arm { get; init; }

    /// <summary>Whom it looks at.</summary>
    public CohortFilter Among { get; init; } = CohortFilter.Everybody;

    /// <summary>The moment that months are counted from.</summary>
    public CourseMoment From { get; init; } = CourseMoment.SymptomOnset;

    /// <summary>The predicted value is divided by that of this estimator; null for the value itself.</summary>
    public Estimator? DividedBy { get; init; }

    /// <summary>Factor on the predicted value, to bring it to the unit of the source; 1 for none.</summary>
    public double Factor { get; init; } = 1;

    /// <summary>True when the predicted value is a share, from 0 to 1.</summary>
    public virtual bool IsShare => false;
}

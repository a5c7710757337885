namespace ProgressionSim.Experiments.Evidence;

/// <summary>A statistic of one number of each patient.</summary>
public sealed record ReadingEstimator : Estimator
{
    /// <summary>The number.</summary>
    public required PatientReading Reading { get; init; }

    /// <summary>The statistic.</summary>
    public CohortStatistic Statistic { get; init; }

    /// <summary>Number of the <see cref="Engine.Recording.MeasureCatalogue"/>'s measure that is read; -1 for readings without one.</summary>
    public int Measure { get; init; } = -1;

    /// <summary>Month A, after the moment.</summary>
    public double FromMonth { get; init; }

    /// <summary>Month B, after the moment.</summary>
    public double ToMonth { get; init; }

    /// <summary>The second moment of <see cref="PatientReading.Interval"/>.</summary>
    public CourseMoment To { get; init; }

    /// <summary>Points of <see cref="PatientReading.Recovered"/> (gained) and <see cref="PatientReading.Stable"/> (lost at most).</summary>
    public double Points { get; init; }

    /// <summary>Months for which a recovery must hold.</summary>
    public double HeldMonths { get; init; }

    /// <summary>Index of an arm whose reading of the same patient is subtracted; null for the reading itself.</summary>
    public int? ComparedWith { get; init; }

    /// <summary>
    /// True when that arm is lived by a twin with the same quantities but chance of its own (another <see cref="Engine.Running.RunPlan.Repetition"/>), as
    /// identical twins are; false for the same chance.
    /// </summary>
    public bool ComparedWithOwnChance { get; init; }

    /// <summary>
    /// Patients of a series: the statistic is computed for many series of so many patients, and the prediction is their mean with the interval that 95 % of
    /// series fall in. Null for the whole cohort, which stands for infinitely many patients.
    /// </summary>
    public int? SeriesOf { get; init; }

    /// <inheritdoc/>
    public override bool IsShare =>
        Reading is PatientReading.Alive or PatientReading.SymptomFree or PatientReading.Recovered or PatientReading.Stable
        && Statistic == CohortStatistic.Mean
        && this is { ComparedWith: null, DividedBy: null, Factor: 1 };
}

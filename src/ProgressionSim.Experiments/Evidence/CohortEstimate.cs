namespace ProgressionSim.Experiments.Evidence;

/// <summary>Computes one estimator: reads a few numbers of each patient, and turns the numbers of many patients into a value.</summary>
internal abstract class CohortEstimate
{
    /// <summary>Numbers of one patient.</summary>
    public abstract int Width { get; }

    /// <summary>Makes the estimate of an estimator, with its factor and divisor.</summary>
    /// <param name="estimator">The estimator.</param>
    public static CohortEstimate Of(Estimator estimator)
    {
        CohortEstimate own = estimator switch
        {
            ReadingEstimator reading => new ReadingEstimate(reading),
            SlopeEstimator slope => new SlopeEstimate(slope),
            SurvivalEstimator survival => new SurvivalEstimate(survival),
            CorrelationEstimator correlation => new CorrelationEstimate(correlation),
            _ => throw new ArgumentException("There is no such estimator.", nameof(estimator)),
        };
        return estimator is { DividedBy: null, Factor: 1 }
            ? own
            : new ScaledEstimate(own, estimator.Factor, estimator.DividedBy is { } divisor ? Of(divisor) : null);
    }

    /// <summary>Reads a patient.</summary>
    /// <param name="courses">Courses of the patients.</param>
    /// <param name="twins">The same patients with chance of their own; null where no estimator needs them.</param>
    /// <param name="patient">Patient, from 0 in the table, with an origin in the courses.</param>
    /// <param name="numbers">Receives <see cref="Width"/> numbers; the first is NaN when the estimator does not look at the patient.</param>
    public abstract void Read(CohortView courses, CohortView? twins, int patient, Span<double> numbers);

    /// <summary>The value in patients.</summary>
    /// <param name="patients">Their numbers.</param>
    /// <returns>NaN when they do not give one.</returns>
    public abstract double Value(PatientNumbers patients);

    /// <summary>Its values in series of patients, in their order; null when it is about all of them.</summary>
    /// <param name="patients">Their numbers.</param>
    public virtual IReadOnlyList<double>? Series(PatientNumbers patients) => null;
}

namespace ProgressionSim.Experiments.Evidence;

/// <summary>An estimate times a factor, and divided by another one.</summary>
/// <param name="own">The estimate.</param>
/// <param name="factor">The factor.</param>
/// <param name="divisor">The other one; null for none.</param>
internal sealed class ScaledEstimate(CohortEstimate own, double factor, CohortEstimate? divisor) : CohortEstimate
{
    /// <inheritdoc/>
    public override int Width => own.Width + (divisor?.Width ?? 0);

    /// <inheritdoc/>
    public override void Read(CohortView courses, CohortView? twins, int patient, Span<double> numbers)
    {
        own.Read(courses, twins, patient, numbers[..own.Width]);
        divisor?.Read(courses, twins, patient, numbers[own.Width..]);
    }

    /// <inheritdoc/>
    public override double Value(PatientNumbers patients) => own.Value(patients) * Scale(patients);

    /// <inheritdoc/>
    public override IReadOnlyList<double>? Series(PatientNumbers patients)
    {
        var scale = Scale(patients);
        return own.Series(patients) is { } series ? [.. series.Select(value => value * scale)] : null;
    }

    private double Scale(PatientNumbers patients) => factor / (divisor?.Value(patients.Skip(own.Width)) ?? 1);
}

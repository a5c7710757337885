namespace ProgressionSim.Experiments.Evidence;

/// <summary>Numbers that estimators have read of patients: rows of one matrix, of which an estimate looks at a few columns.</summary>
/// <param name="values">[patient * stride + column].</param>
/// <param name="stride">Columns of a row.</param>
/// <param name="column">First column of the estimate.</param>
internal readonly ref struct PatientNumbers(ReadOnlySpan<double> values, int stride, int column)
{
    private readonly ReadOnlySpan<double> values = values;

    /// <summary>Number of patients, those an estimator does not look at included.</summary>
    public int Count => values.Length / stride;

    /// <summary>A number of a patient.</summary>
    /// <param name="patient">Patient, from 0.</param>
    /// <param name="number">Which of the estimate's numbers.</param>
    public double this[int patient, int number] => values[(patient * stride) + column + number];

    /// <summary>The same patients as another estimate sees them, whose columns begin so many later.</summary>
    /// <param name="columns">Number of columns.</param>
    public PatientNumbers Skip(int columns) => new(values, stride, column + columns);
}

namespace ProgressionSim.Engine.Recording;

/// <summary>Adds patients to a record. One recorder belongs to one thread.</summary>
/// <param name="shape">Sizes of the record.</param>
public sealed class Recorder(RecordShape shape)
{
    private readonly float[] valuePerCount = [.. shape.Catalogue.Observed.Select(measure => 1f / measure.Scale)];
    private readonly HistogramBins[] bins = [.. shape.Catalogue.Observed.Select(measure => measure.Bins)];
    private readonly ContrastMeasure[] contrasts = [.. shape.Catalogue.Contrasts];

    /// <summary>The record so far.</summary>
    public RunRecord Record { get; } = new(shape);

    /// <summary>Counts a patient whose untreated twin reached no report origin.</summary>
    public void AddWithoutOrigin() => Record.WithoutOrigin++;

    /// <summary>Adds a patient.</summary>
    /// <param name="patient">Number of the patient.</param>
    /// <param name="seen">What was seen.</param>
    public void Add(long patient, PatientObservations seen)
    {
        Record.Patients++;
        for (var arm = 0; arm < shape.Arms; arm++)
        {
            AddValues(arm, seen);
            AddCourse(arm, seen);
        }

        foreach (var pair in Record.Pairs)
        {
            AddPair(pair, seen);
        }

        if (patient < RecordShape.ExamplePatients)
        {
            KeepExample(patient, seen);
        }
    }

    private void AddValues(int arm, PatientObservations seen)
    {
        var record = Record.Arms[arm];
        var offsets = shape.HistogramOffsets;
        for (var month = 0; month < seen.MonthsAlive[arm]; month++)
        {
            record.Alive[month]++;
            var values = seen.At(arm, month);
            var sums = record.Sums.AsSpan(month * MeasureCatalogue.Count, MeasureCatalogue.Count);
            var squares = record.SumsOfSquares.AsSpan(month * MeasureCatalogue.Count, MeasureCatalogue.Count);
            var histogram = record.Histograms.AsSpan(month * shape.HistogramLength, shape.HistogramLength);
            for (var measure = 0; measure < values.Length; measure++)
            {
                long value = values[measure];
                sums[measure] += value;
                squares[measure] += value * value;
                histogram[offsets[measure] + bins[measure].BinOf(value * valuePerCount[measure])]++;
            }
        }
    }

    private void AddCourse(int arm, PatientObservations seen)
    {
        var record = Record.Arms[arm];
        var milestones = seen.Milestones.AsSpan(arm * PatientObservations.CourseMilestones, PatientObservations.CourseMilestones);
        for (var i = 0; i < milestones.Length; i++)
        {
            if (milestones[i] is { } step)
            {
                record.Milestones[i].Add(step);
            }
        }

        record.NeverTreated += milestones[(int)CourseMilestone.TreatmentStart] is null ? 1 : 0;
        record.NeverSymptomatic += milestones[(int)CourseMilestone.SymptomOnset] is null ? 1 : 0;
        record.DeathsBeforeOrigin += milestones[(int)CourseMilestone.Death] <= 0 ? 1 : 0;
        record.StartedAtBiologicalOnset += seen.StartedAtBiologicalOnset[arm] ? 1 : 0;
    }

    private void AddPair(PairRecord pair, PatientObservations seen)
    {
        var (armAlive, againstAlive) = (seen.MonthsAlive[pair.Arm], seen.MonthsAlive[pair.Against]);
        for (var month = 0; month < seen.Months; month++)
        {
            var values = seen.At(pair.Arm, month);
            var against = seen.At(pair.Against, month);
            var (alive, otherAlive) = (month < armAlive, month < againstAlive);
            var counts = pair.Counts.AsSpan(month * contrasts.Length, contrasts.Length);
            var sums = pair.Sums.AsSpan(month * contrasts.Length, contrasts.Length);
            var squares = pair.SumsOfSquares.AsSpan(month * contrasts.Length, contrasts.Length);
            for (var i = 0; i < contrasts.Length; i++)
            {
                var contrast = contrasts[i];
                if (contrast.Kind == ContrastKind.BothAlive && !(alive && otherAlive))
                {
                    continue;
                }

                long difference = contrast.Kind == ContrastKind.Alive
                    ? (alive ? 1 : 0) - (otherAlive ? 1 : 0)
                    : (alive ? values[contrast.Source] : 0) - (otherAlive ? against[contrast.Source] : 0);
                counts[i]++;
                sums[i] += difference;
                squares[i] += difference * difference;
            }
        }
    }

    private void KeepExample(long patient, PatientObservations seen)
    {
        for (var arm = 0; arm < shape.Arms; arm++)
        {
            for (var month = 0; month < seen.MonthsAlive[arm]; month++)
            {
                var values = seen.At(arm, month);
                var index = Record.ExampleIndex(patient, arm, month);
                for (var measure = 0; measure < values.Length; measure++)
                {
                    Record.Examples[index + measure] = values[measure] * valuePerCount[measure];
                }
            }
        }
    }
}

namespace ProgressionSim.Engine.Recording;

/// <summary>Sizes of a record: the same for every part of a run.</summary>
/// <param name="catalogue">The measures.</param>
/// <param name="grid">Months observed.</param>
/// <param name="arms">Number of arms.</param>
/// <param name="maximumStepsToOrigin">Largest number of steps from biological onset to the report origin.</param>
/// <param name="recordedMeasures">Numbers of the measures that are recorded; null for all.</param>
public sealed class RecordShape(MeasureCatalogue catalogue, ObservationGrid grid, int arms, int maximumStepsToOrigin, IReadOnlyList<int>? recordedMeasures = null)
{
    /// <summary>Number of patients whose values are kept one by one for figures.</summary>
    public const int ExamplePatients = 12;

    /// <summary>The measures.</summary>
    public MeasureCatalogue Catalogue => catalogue;

    /// <summary>Months observed.</summary>
    public ObservationGrid Grid => grid;

    /// <summary>Number of arms.</summary>
    public int Arms => arms;

    /// <summary>Numbers of the measures that are recorded, rising. The others have sums of 0 and histograms without bins.</summary>
    public IReadOnlyList<int> RecordedMeasures => Selection.Numbers;

    internal MeasureSelection Selection { get; } = new(catalogue, recordedMeasures);

    internal int Months => grid.Months.Length;

    internal int Contrasts => catalogue.Contrasts.Count;

    internal int FirstStep => -maximumStepsToOrigin;

    /// <summary>Earliest treatment start that can be told apart: 120 years before the earliest origin, as starts by age may lie before biological onset.</summary>
    internal int FirstStartStep => FirstStep - (int)(1440 / grid.StepMonths);

    internal int LastStep => grid.LastStep;

    internal int[] HistogramOffsets { get; } = OffsetsOf(catalogue, recordedMeasures);

    internal int HistogramLength => HistogramOffsets[^1];

    /// <summary>True when at least one of a range of measures is recorded.</summary>
    /// <param name="first">First measure.</param>
    /// <param name="count">Number of measures.</param>
    internal bool Records(int first, int count = 1) => Selection.Contains(first, count);

    private static int[] OffsetsOf(MeasureCatalogue catalogue, IReadOnlyList<int>? recorded)
    {
        var offsets = new int[MeasureCatalogue.Count + 1];
        for (var i = 0; i < MeasureCatalogue.Count; i++)
        {
            offsets[i + 1] = offsets[i] + (recorded is null || recorded.Contains(i) ? catalogue.Observed[i].Bins.Count : 0);
        }

        return offsets;
    }
}

namespace ProgressionSim.Engine.Recording;

/// <summary>Which measures of a catalogue are taken.</summary>
internal sealed class MeasureSelection
{
    /// <summary>Selects measures.</summary>
    /// <param name="catalogue">The measures.</param>
    /// <param name="numbers">Numbers of those taken; null for all.</param>
    public MeasureSelection(MeasureCatalogue catalogue, IReadOnlyList<int>? numbers)
    {
        Catalogue = catalogue;
        Numbers = [.. (numbers ?? [.. Enumerable.Range(0, MeasureCatalogue.Count)]).Distinct().Order()];
    }

    public MeasureCatalogue Catalogue { get; }

    /// <summary>Gets the numbers of the measures taken, rising.</summary>
    public IReadOnlyList<int> Numbers { get; }

    /// <summary>True when at least one of a range of measures is taken.</summary>
    /// <param name="first">First measure.</param>
    /// <param name="count">Number of measures.</param>
    public bool Contains(int first, int count = 1) => Numbers.Any(measure => measure >= first && measure < first + count);
}

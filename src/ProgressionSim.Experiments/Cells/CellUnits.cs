using ProgressionSim.Experiments.Parameters;

namespace ProgressionSim.Experiments.Cells;

/// <summary>
/// Which cells are worked on together. Cells that differ in treatment only are one run: their patients' untreated past is shared. Small runs are put together to a unit
/// that is worth keeping.
/// </summary>
internal static class CellUnits
{
    /// <summary>Largest number of cells of a run: what is lost when a job is interrupted, and the memory of a record.</summary>
    public const int MostCellsOfRun = 24;

    // Some tenths of a second of work.
    private const long PatientsOfUnit = 4096;

    /// <summary>Puts cells together.</summary>
    /// <param name="source">Makes the plans.</param>
    /// <param name="cells">Values of each cell.</param>
    /// <param name="patients">Patients of a cell.</param>
    /// <returns>Numbers of the cells of each run of each unit, always the same for the same cells.</returns>
    public static IReadOnlyList<IReadOnlyList<int[]>> Of(IPlanSource source, IReadOnlyList<IReadOnlyList<ParameterValue>> cells, long patients)
    {
        var treatmentOnly = new Dictionary<string, bool>(StringComparer.Ordinal);
        bool ChangesPatients(ParameterValue value)
        {
            if (!treatmentOnly.TryGetValue(value.Path, out var found))
            {
                treatmentOnly[value.Path] = found = source.ChangesTreatmentOnly(value.Path);
            }

            return !found;
        }

        var runs = Enumerable.Range(0, cells.Count)
            .GroupBy(cell => string.Join(';', cells[cell].Where(ChangesPatients).Select(value => FormattableString.Invariant($"{value.Path}={value.Value:R}"))), StringComparer.Ordinal)
            .SelectMany(shared => shared.Chunk(MostCellsOfRun));
        List<List<int[]>> units = [];
        long inUnit = PatientsOfUnit;
        foreach (var run in runs)
        {
            if (inUnit >= PatientsOfUnit)
            {
                units.Add([]);
                inUnit = 0;
            }

            units[^1].Add(run);
            inUnit += run.Length * patients;
        }

        return units;
    }
}

namespace ProgressionSim.Trials.Power;

/// <summary>Trials of one size with their successes by bank slice: what a power curve is fitted to.</summary>
/// <param name="Patients">Patients of each trial.</param>
/// <param name="Successes">Which trials succeeded, in order; trial i belongs to slice i modulo the number of slices.</param>
internal sealed record PowerBatch(int Patients, IReadOnlyList<bool> Successes)
{
    /// <summary>The counts.</summary>
    public PowerPoint Point => new(Patients, Successes.Count, Successes.Count(success => success));
}

namespace ProgressionSim.Trials.Design;

/// <summary>A stratification factor.</summary>
/// <param name="Measure">A measure known at baseline.</param>
/// <param name="Cuts">Rising cut points: level k holds values from cut k - 1 up to but not including cut k. Empty when the measure's whole numbers are the levels.</param>
/// <param name="Levels">Number of levels, 2 to 50; whole numbers beyond the last fall into it.</param>
public sealed record Stratification(TrialMeasure Measure, IReadOnlyList<double> Cuts, int Levels)
{
    /// <summary>Level of a value.</summary>
    /// <param name="value">Value of the measure; a missing one falls into level 0.</param>
    /// <returns>0 to <see cref="Levels"/> - 1.</returns>
    public int LevelOf(double value)
    {
        if (Cuts.Count == 0)
        {
            return double.IsNaN(value) ? 0 : (int)Math.Clamp(value, 0, Levels - 1);
        }

        var level = 0;
        while (level < Cuts.Count && value >= Cuts[level])
        {
            level++;
        }

        return level;
    }
}

namespace ProgressionSim.Experiments.Work;

/// <summary>Results of units of work that were finished before, kept so that an interrupted job goes on where it stopped. Safe to use from several threads.</summary>
public interface IFinishedWork
{
    /// <summary>The values kept for a unit, bit for bit; null when it has not been finished.</summary>
    /// <param name="unit">Number of the unit, from 0.</param>
    double[]? Find(int unit);

    /// <summary>Keeps the values of a unit that has just been finished.</summary>
    /// <param name="unit">Number of the unit, from 0.</param>
    /// <param name="values">Its values.</param>
    void Keep(int unit, ReadOnlySpan<double> values);
}

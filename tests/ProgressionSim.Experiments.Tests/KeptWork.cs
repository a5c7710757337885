using System.Collections.Concurrent;
using ProgressionSim.Experiments.Work;

namespace ProgressionSim.Experiments.Tests;

/// <summary>Finished work kept in memory.</summary>
internal sealed class KeptWork(Action<int>? afterEach = null) : IFinishedWork
{
    private readonly ConcurrentDictionary<int, double[]> units = new();

    public int Count => units.Count;

    public double[]? Find(int unit) => units.GetValueOrDefault(unit);

    public void Keep(int unit, ReadOnlySpan<double> values)
    {
        units[unit] = values.ToArray();
        afterEach?.Invoke(units.Count);
    }
}

using ProgressionSim.Engine.Recording;

namespace ProgressionSim.Engine.Running;

/// <summary>A worker of any width.</summary>
internal interface ISimulationWorker : IDisposable
{
    /// <summary>Gets the record of everything this worker has simulated; not to be read while it simulates.</summary>
    RunRecord Record { get; }

    /// <summary>Simulates patients in every arm.</summary>
    /// <param name="first">First patient.</param>
    /// <param name="count">Number of patients.</param>
    void Simulate(long first, int count);
}

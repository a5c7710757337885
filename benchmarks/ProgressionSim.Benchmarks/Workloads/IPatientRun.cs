namespace ProgressionSim.Benchmarks.Workloads;

/// <summary>Simulates patients on the calling thread with everything it needs already made.</summary>
internal interface IPatientRun : IDisposable
{
    /// <summary>Simulates patients.</summary>
    /// <param name="first">Number of the first.</param>
    /// <param name="count">How many.</param>
    void Simulate(long first, int count);
}

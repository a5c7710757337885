namespace ProgressionSim.Benchmarks.Workloads;

/// <summary>Where paths ended, on average over patients and regions.</summary>
internal interface IPathMeans
{
    /// <summary>Gets the mean count of stressed neurons in a region.</summary>
    double StressedPerRegion { get; }

    /// <summary>Gets the mean count of lost neurons in a region.</summary>
    double LostPerRegion { get; }
}

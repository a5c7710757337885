namespace ProgressionSim.Benchmarks.Workloads;

/// <summary>What is measured: scenarios that ship, so that it is the product.</summary>
public enum Workload
{
    /// <summary>Independent regions at constant rates; <c>baselines/w1.cpp</c> computes the same.</summary>
    W1,

    /// <summary>Coupled regions under a drug; <c>baselines/w2.cpp</c> computes nearly the same.</summary>
    W2,

    /// <summary>The main job: four arms.</summary>
    EarlyVsLate,
}

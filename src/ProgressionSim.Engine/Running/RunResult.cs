using ProgressionSim.Engine.Recording;

namespace ProgressionSim.Engine.Running;

/// <summary>A finished run.</summary>
/// <param name="Plan">What was run.</param>
/// <param name="Record">What was counted.</param>
/// <param name="ElapsedSeconds">Wall-clock time of the simulation, seconds.</param>
public sealed record RunResult(RunPlan Plan, RunRecord Record, double ElapsedSeconds)
{
    /// <summary>Patients simulated per second, each with all its arms.</summary>
    public double PatientsPerSecond => Plan.Patients / Math.Max(ElapsedSeconds, 1e-9);
}

using ProgressionSim.Statistics;

namespace ProgressionSim.Trials.Analyses;

/// <summary>What an analysis of one active arm against the control found.</summary>
/// <param name="Effect">Effect, active against control, on the analysis's own scale; NaN when there is none.</param>
/// <param name="StandardError">Its standard error; NaN for tests that give none.</param>
/// <param name="DegreesOfFreedom">Of the t distribution its interval rests on; infinite for a normal one.</param>
/// <param name="Z">
/// The test as a normal statistic, above 0 when the active arm does better: the normal quantile that has the test's own p-value. NaN when there is no test.
/// </param>
/// <param name="Status">Whether the numbers stand.</param>
/// <param name="FellBack">True when the documented simpler method was used because the first did not work.</param>
public readonly record struct AnalysisOutcome(double Effect, double StandardError, double DegreesOfFreedom, double Z, FitStatus Status, bool FellBack)
{
    /// <summary>No answer.</summary>
    /// <param name="status">Why.</param>
    public static AnalysisOutcome None(FitStatus status) => new(double.NaN, double.NaN, double.PositiveInfinity, double.NaN, status, false);
}

using ProgressionSim.Experiments.Cells;
using ProgressionSim.Experiments.Outcomes;

namespace ProgressionSim.Experiments.Sweeps;

/// <summary>What a sweep found.</summary>
public sealed record SweepResult
{
    /// <summary>What was asked.</summary>
    public required SweepPlan Plan { get; init; }

    /// <summary>Outcomes by cell; the first axis is the faster: [second * values of the first + first].</summary>
    public required IReadOnlyList<CellOutcomes> Cells { get; init; }

    /// <summary>Time taken, seconds; the only number that depends on the machine.</summary>
    public required double ElapsedSeconds { get; init; }

    /// <summary>What the plan shows of an outcome in a cell.</summary>
    /// <param name="first">Index on the first axis.</param>
    /// <param name="second">Index on the second axis; 0 without one.</param>
    /// <param name="outcome">Number of the outcome.</param>
    public Estimate Shown(int first, int second, int outcome)
    {
        var cell = Cells[(second * Plan.Axes[0].Values.Count) + first];
        return Plan.ShowsBenefit ? cell.Benefit(outcome) : cell.Arm(outcome);
    }
}

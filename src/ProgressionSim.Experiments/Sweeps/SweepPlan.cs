using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Outcomes;

namespace ProgressionSim.Experiments.Sweeps;

/// <summary>Runs of one scenario over a grid of settings, with the same patients and random numbers in every cell.</summary>
public sealed record SweepPlan
{
    /// <summary>The scenario unchanged: its names, seed, number of patients and assumptions.</summary>
    public required RunPlan Run { get; init; }

    /// <summary>The axes: one, or two of which the second is the slower.</summary>
    public required IReadOnlyList<SweepAxis> Axes { get; init; }

    /// <summary>The arm and how its outcomes are counted; its outcome is the first of <see cref="Outcomes"/>.</summary>
    public required OutcomeQuestion Question { get; init; }

    /// <summary>Numbers of the outcomes shown, one panel each; at least one.</summary>
    public required IReadOnlyList<int> Outcomes { get; init; }

    /// <summary>True to show the benefit, false to show the arm's outcome itself. A plan of one arm has no benefit.</summary>
    public required bool ShowsBenefit { get; init; }

    /// <summary>Number of cells.</summary>
    public int Cells => Axes.Aggregate(1, (cells, axis) => cells * axis.Values.Count);
}

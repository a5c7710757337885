using System.Diagnostics.CodeAnalysis;
using ProgressionSim.Engine.Running;
using ProgressionSim.Scenarios.Validation;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Scenarios.Loading;

/// <summary>What loading gave: a plan with its resolved scenario, or problems.</summary>
public sealed record ScenarioResult
{
    /// <summary>Name of the scenario file, without folders.</summary>
    public required string File { get; init; }

    /// <summary>The plan; null when there are problems.</summary>
    public RunPlan? Plan { get; init; }

    /// <summary>The trial; null when the scenario has none and when there are problems.</summary>
    public TrialDesign? Trial { get; init; }

    /// <summary>What its other sections ask; nothing where there are none and when there are problems.</summary>
    public ScenarioExperiments Experiments { get; init; } = new();

    /// <summary>Plans of this scenario with other values; null when there are problems.</summary>
    public ScenarioPlans? Plans { get; init; }

    /// <summary>The scenario the plan was made from; null when there are problems.</summary>
    public ResolvedScenario? Scenario { get; init; }

    /// <summary>Problems in the order to be shown; empty when there is a plan.</summary>
    public IReadOnlyList<ScenarioProblem> Problems { get; init; } = [];

    /// <summary>True when there is a plan.</summary>
    [MemberNotNullWhen(true, nameof(Plan), nameof(Plans), nameof(Scenario))]
    public bool Succeeded => Problems.Count == 0;
}

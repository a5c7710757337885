using ProgressionSim.Experiments.Calibration;
using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Sensitivity;
using ProgressionSim.Experiments.Sweeps;
using ProgressionSim.Experiments.Timing;
using ProgressionSim.Experiments.Uncertainty;

namespace ProgressionSim.Scenarios.Loading;

/// <summary>What the sections of a scenario ask besides its run; null where a section is absent.</summary>
public sealed record ScenarioExperiments
{
    /// <summary>
    /// What a different start of treatment changes. The assumptions of its plan are those of the run and of the section, and so with the others.
    /// </summary>
    public TimingPlan? Timing { get; init; }

    /// <summary>Runs over a grid of settings.</summary>
    public SweepPlan? Sweep { get; init; }

    /// <summary>Which settings matter.</summary>
    public SensitivityPlan? Sensitivity { get; init; }

    /// <summary>What is not known about settings of everyone; for bands of other experiments and for a question of its own.</summary>
    public UncertaintyPlan? Uncertainty { get; init; }

    /// <summary>Published quantities that the scenario is held against.</summary>
    public EvidencePlan? Evidence { get; init; }

    /// <summary>What is not known when they are predicted; null when everything counts as known.</summary>
    public UncertaintyPlan? EvidenceUncertainty { get; init; }

    /// <summary>Settings to fit to them.</summary>
    public CalibrationPlan? Calibration { get; init; }

    /// <summary>The question of <see cref="Uncertainty"/> itself.</summary>
    public OutcomeQuestion? UncertaintyQuestion { get; init; }
}

namespace ProgressionSim.Trials.Power;

/// <summary>One look over many trials.</summary>
/// <param name="InformationFraction">Planned information fraction.</param>
/// <param name="SuccessBound">Boundary of the benefit-oriented z statistic for success; NaN when stopping is by predictive probability.</param>
/// <param name="FutilityBound">Boundary below which the trial stops for futility; NaN for none on the z scale.</param>
/// <param name="Reached">Share of trials that reach the look.</param>
/// <param name="Success">Share of all trials that stop here for success.</param>
/// <param name="Harm">Share of all trials that stop here because the active arm does worse; only two-sided designs have any.</param>
/// <param name="Futility">Share of all trials that stop here for futility; 0 at the last look.</param>
/// <param name="Months">Mean month of the look among trials that reach it.</param>
/// <param name="Randomised">Mean number randomised by then among them.</param>
public sealed record LookCharacteristics(
    double InformationFraction,
    double SuccessBound,
    double FutilityBound,
    SimulatedValue Reached,
    SimulatedValue Success,
    SimulatedValue Harm,
    SimulatedValue Futility,
    SimulatedValue Months,
    SimulatedValue Randomised);

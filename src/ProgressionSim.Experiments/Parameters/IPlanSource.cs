using ProgressionSim.Engine.Running;

namespace ProgressionSim.Experiments.Parameters;

/// <summary>Makes plans of one scenario with some of its settings changed. Safe to use from several threads.</summary>
public interface IPlanSource
{
    /// <summary>The scenario's plan with other values. Its number of patients, its seed and its arms are those of the scenario unless a value changes them.</summary>
    /// <param name="values">Values in order; a later one wins.</param>
    /// <exception cref="PlanNotPossibleException">The scenario does not allow a value.</exception>
    RunPlan Plan(IReadOnlyList<ParameterValue> values);

    /// <summary>
    /// True when a setting changes arms and treatments only, so that patients, disease, measures and everything else of the plan stay: such plans can be run
    /// together as arms of one plan.
    /// </summary>
    /// <param name="path">Path of the setting.</param>
    bool ChangesTreatmentOnly(string path);
}

using System.Globalization;
using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Scenarios.Catalogue;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Paths;
using ProgressionSim.Scenarios.Run;
using ProgressionSim.Scenarios.Trial;
using ProgressionSim.Scenarios.Validation;

namespace ProgressionSim.Scenarios.Loading;

/// <summary>
/// Plans of a loaded scenario with other values, made without reading files again. They are those that loading the scenario with the values gives, but keep
/// the scenario's own hash and its table of assumptions. Safe to use from several threads.
/// </summary>
public sealed class ScenarioPlans : IPlanSource
{
    private readonly DocumentObject model;
    private readonly RunPlan plan;
    private readonly string file;

    /// <summary>Keeps a scenario.</summary>
    /// <param name="scenario">The merged document, complete with defaults and checked; not changed, here or later.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="file">Its file, for messages.</param>
    internal ScenarioPlans(DocumentObject scenario, RunPlan plan, string file)
    {
        model = scenario.CopyWithout(ExperimentSections.NotOfTheModel);
        this.plan = plan;
        this.file = file;
    }

    /// <inheritdoc/>
    public RunPlan Plan(IReadOnlyList<ParameterValue> values)
    {
        var problems = new ProblemList();
        var changed = Changed(values, problems);
        ScenarioCheck.CheckModel(changed, problems);
        if (!problems.IsEmpty)
        {
            throw new PlanNotPossibleException(ProblemText.Render(file, problems.InOrder()));
        }

        var configuration = new DocumentConfiguration(changed);
        return TrialMapping.Enrol(RunMapping.Map(configuration, plan.ScenarioSha256, plan.Assumptions), configuration);
    }

    /// <inheritdoc/>
    public bool ChangesTreatmentOnly(string path) =>
        path.StartsWith("treatments.", StringComparison.Ordinal) || path.StartsWith("arms[", StringComparison.Ordinal);

    /// <summary>The scenario's model with other values, complete with defaults and not checked.</summary>
    /// <param name="values">The values.</param>
    /// <param name="problems">Receives values that have no place.</param>
    internal DocumentObject Changed(IReadOnlyList<ParameterValue> values, ProblemList problems)
    {
        var changed = (DocumentObject)model.Copy();
        foreach (var (path, value) in values)
        {
            var text = value.ToString("R", CultureInfo.InvariantCulture);
            var origin = new SettingOrigin($"{path}={text}", null, null, SettingOrigin.CommandLineLayer);
            OverrideApplier.Apply(SettingCatalogue.Model, changed, path, text, origin, problems);
        }

        ScenarioCompletion.CompleteModel(changed);
        return changed;
    }
}

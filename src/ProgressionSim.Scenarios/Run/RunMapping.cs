using Microsoft.Extensions.Configuration;
using ProgressionSim.Engine.Running;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Scenarios.Arms;
using ProgressionSim.Scenarios.Disease;
using ProgressionSim.Scenarios.Measures;
using ProgressionSim.Scenarios.Population;
using ProgressionSim.Scenarios.Settings;
using ProgressionSim.Scenarios.Treatments;

namespace ProgressionSim.Scenarios.Run;

/// <summary>Turns a resolved and checked scenario into a plan.</summary>
internal static class RunMapping
{
    /// <summary>Maps the whole scenario.</summary>
    /// <param name="scenario">Its settings, complete with defaults.</param>
    /// <param name="sha256">Hash of its canonical text.</param>
    /// <param name="assumptions">Its settings with sources.</param>
    public static RunPlan Map(IConfiguration scenario, string sha256, IReadOnlyList<Assumption> assumptions)
    {
        var treatments = TreatmentMapping.Sections(scenario);
        var treatmentNames = treatments.Select(section => section.Key).ToList();
        return new RunPlan
        {
            Name = scenario.Text("name"),
            Title = scenario.Text("title"),
            Description = scenario.Text("description"),
            ScenarioSha256 = sha256,
            Seed = (uint)scenario.Number("seed"),
            Patients = (long)scenario.Number("patients"),
            HorizonMonths = scenario.Whole("horizonMonths"),
            MonthsBeforeOrigin = scenario.Whole("monthsBeforeOrigin"),
            MaximumMonthsToOrigin = scenario.Whole("maximumMonthsToOrigin"),
            StepDays = scenario.Number("stepDays"),
            ReportFrom = RunSettings.Origins[scenario.Text("reportFrom")],
            Disease = DiseaseMapping.Map(scenario.GetSection("disease")),
            Measures = MeasureMapping.Map(scenario.GetSection("measures")),
            Population = PopulationMapping.Map(scenario, [.. treatments.Select(TreatmentMapping.Response)]),
            Treatments = [.. treatments.Select(TreatmentMapping.Map)],
            Arms = [.. scenario.Items("arms").Select(arm => ArmMapping.Map(arm, treatmentNames))],
            Assumptions = assumptions,
        };
    }
}

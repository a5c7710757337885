using Microsoft.Extensions.Configuration;
using ProgressionSim.Engine.Running;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Scenarios.Settings;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Scenarios.Trial;

/// <summary>Turns a resolved and checked scenario into the design of its trial.</summary>
internal static class TrialMapping
{
    private const double DefaultScreeningIntervalMonths = 1;

    /// <summary>Maps the section.</summary>
    /// <param name="scenario">Settings of the scenario, complete with defaults.</param>
    /// <param name="run">The scenario's plan.</param>
    /// <param name="assumptions">All its settings with sources.</param>
    /// <returns>Null when the scenario has no trial.</returns>
    public static TrialDesign? Map(IConfiguration scenario, RunPlan run, IReadOnlyList<Assumption> assumptions)
    {
        if (scenario.Group(TrialSettings.Section) is not { } trial)
        {
            return null;
        }

        var generator = trial.Group("generator");
        var used = TrialAssumptions.OfTrial(assumptions, generator is not null);
        PatientModel patients = generator is null ? MechanisticPatients(run, used) : GeneratorMapping.Map(generator);
        var weeks = trial.Numbers("visits:weeks");
        var armNames = trial.Items("arms").Select(arm => arm.Text("name")).ToList();
        var endpoints = trial.Items("endpoints").ToList();
        var subgroups = run.Population.Subgroups.Select(subgroup => subgroup.Name).ToList();
        return new TrialDesign
        {
            Name = run.Name,
            Title = run.Title,
            Description = run.Description,
            ScenarioSha256 = run.ScenarioSha256,
            Seed = run.Seed,
            Arms = [.. trial.Items("arms").Select(arm => new TrialArm(arm.Text("name"), ModelArm(patients, arm["arm"]), arm.Whole("allocation")))],
            Patients = trial.Whole("patients"),
            Alpha = trial.Number("alpha"),
            Sides = trial.Whole("sides"),
            Replicates = trial.Whole("replicates"),
            Recruitment = RecruitmentMapping.Map(trial.GetSection("recruitment"), run.Population.Subgroups),
            Visits = new VisitSchedule { Weeks = weeks, WindowDays = trial.Number("visits:windowDays"), MissedProbability = trial.Number("visits:missedProbability") },
            Dropout = new DropoutRule
            {
                RatePerMonth = trial.ByName("dropout:ratePerMonth", armNames),
                HazardRatioPerPointLost = trial.Number("dropout:hazardRatioPerPointLost"),
                VitalStatusKnown = trial.Flag("dropout:vitalStatusKnown"),
            },
            Rescue = trial.Group("rescue") is { } rescue
                ? new RescueRule(rescue.Number("fromDay"), ConditionMapping.List(rescue, "when", ConditionSettings.Plain, subgroups), armNames.IndexOf(rescue.Text("to")))
                : null,
            OpenLabel = trial.Group("openLabel") is { } openLabel ? new OpenLabelRule(openLabel.Number("afterWeeks"), armNames.IndexOf(openLabel.Text("to"))) : null,
            Endpoints = [.. endpoints.Select(endpoint => EndpointMapping.Map(endpoint, weeks, subgroups))],
            Primary = endpoints.FindIndex(endpoint => endpoint.Text("name") == trial.Text("primary")),
            Interim = trial.Group("interim") is { } interim ? InterimMapping.Interim(interim) : null,
            Reestimation = trial.Group("reestimation") is { } reestimation
                ? new SampleSizeReestimation(reestimation.Number("atFraction"), reestimation.Number("plannedSd"), reestimation.Whole("maximumPatients"))
                : null,
            PatientBank = trial.OptionalWhole("patientBank"),
            Model = patients,
            Assumptions = used,
            AdverseEvents = [.. trial.Items(AdverseEventSettings.List).Select(item =>
                new AdverseEvent(item.Text("name"), item.Text("title"), item.Whole("affected"), item.Whole("patients"), item.Text("source")))],
        };
    }

    /// <summary>A plan whose patients are enrolled when the trial says, so that enrolment means the same in runs and trials.</summary>
    /// <param name="run">The scenario's plan.</param>
    /// <param name="scenario">Settings of the scenario.</param>
    public static RunPlan Enrol(RunPlan run, IConfiguration scenario) => scenario.Group($"{TrialSettings.Section}:enrolment") is { } enrolment
        ? run with
        {
            Enrolment = new TreatmentStart
            {
                At = FollowUpSettings.Enrolments[enrolment.Text("at")],
                OffsetMonths = enrolment.Number("offsetMonths"),
                NeurofilamentPgPerMl = enrolment.OptionalNumber("pgPerMl") ?? 0,
                ScreeningIntervalMonths = enrolment.OptionalNumber("screeningIntervalMonths") ?? DefaultScreeningIntervalMonths,
            },
        }
        : run;

    private static MechanisticPatients MechanisticPatients(RunPlan run, IReadOnlyList<Assumption> assumptions) =>
        new(run with { ReportFrom = ReportOrigin.Enrolment, MonthsBeforeOrigin = 0, Assumptions = assumptions });

    private static int ModelArm(PatientModel patients, string? name) => patients switch
    {
        MechanisticPatients disease => disease.Run.Arms.ToList().FindIndex(arm => arm.Name == name),
        StatisticalPatients statistical when name is not null => statistical.Effects.ToList().FindIndex(1, effect => effect.Name == name),
        _ => 0,
    };
}

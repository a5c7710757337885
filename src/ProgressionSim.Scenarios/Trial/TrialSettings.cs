using ProgressionSim.Scenarios.Settings;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Scenarios.Trial;

/// <summary>Settings of a clinical trial.</summary>
internal static class TrialSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "trial";

    /// <summary>Patients randomised.</summary>
    public static Setting Patients { get; } = new("Patients randomised, all arms together.", SettingKind.WholeNumber, SettingUnit.TrialPatients)
    {
        Range = NumberRange.Between(4, TrialDesign.MaximumPatients),
        Advice = "For a hundred an arm in two arms, write 200.",
        ExplainsMaximum = true,
    };

    /// <summary>The group <c>trial</c>.</summary>
    public static ObjectShape Shape { get; } = new(
        "A clinical trial on these patients; absent or null: none.",
        [
            new("arms", new ListShape("Arms of the trial; the first is the control that every other is compared with.", Arm(), "trial arm", 2, 6)
            {
                NameKey = "name",
                Example = """For a placebo and an active arm, write [ { "name": "placebo", "arm": "untreated" }, { "name": "active", "arm": "treated" } ].""",
            }, Required: true),
            new("patients", Patients, Required: true),
            new("alpha", new Setting(
                "Type I error of the trial, shared equally by the comparisons when there are more than two arms.",
                SettingKind.Number,
                SettingUnit.Probability)
            {
                Range = new NumberRange(0, 0.5, MinimumIsOpen: true, MaximumIsOpen: true),
                Default = "0.05",
                Source = "Usual in confirmatory trials",
                Advice = "For 5 %, write 0.05.",
            }),
            new("sides", new Setting("1 for a test of benefit only, 2 for a two-sided test.", SettingKind.WholeNumber, SettingUnit.Sides)
            {
                Range = NumberRange.Between(1, 2),
                Default = "2",
                Source = "Usual in confirmatory trials",
            }),
            new("replicates", new Setting("Simulated trials, each with the effect and without.", SettingKind.WholeNumber, SettingUnit.Trials)
            {
                Range = NumberRange.Between(1, 1_000_000),
                Default = "10000",
                Source = "Gives a power of 80 % a Monte Carlo standard error of 0.4 percentage points",
                Advice = "For a first look, write 1000.",
            }),
            new("enrolment", FollowUpSettings.Enrolment),
            new("recruitment", RecruitmentSettings.Shape),
            new("visits", FollowUpSettings.Visits, Required: true),
            new("dropout", FollowUpSettings.Dropout),
            new("rescue", FollowUpSettings.Rescue),
            new("openLabel", FollowUpSettings.OpenLabel),
            new("endpoints", EndpointSettings.Shape, Required: true),
            new("primary", new Setting("Endpoint that decides looks, stopping and sample size; the first when absent.", SettingKind.Name, SettingUnit.Text)),
            new("interim", InterimSettings.Interim),
            new("reestimation", InterimSettings.Reestimation),
            new("patientBank", new Setting(
                "Candidates simulated once, from whom all trials are drawn; absent or null: every trial has patients of its own.",
                SettingKind.WholeNumber,
                SettingUnit.BankPatients)
            {
                Range = NumberRange.Between(100, 5_000_000),
                Advice = "For most questions, write 40000.",
            }),
            new(AdverseEventSettings.List, AdverseEventSettings.Shape),
            new("generator", GeneratorSettings.Shape),
        ],
        StandsAlone: false);

    private static ObjectShape Arm() => new(
        "An arm of the trial.",
        [
            new("name", new Setting("Name, unique in the trial.", SettingKind.Name, SettingUnit.Text), Required: true),
            new("arm", new Setting("What its patients get: an arm of the scenario, or an effect of the generator, where absent means no effect.", SettingKind.Name, SettingUnit.Text)),
            new("allocation", new Setting("Part in the allocation ratio.", SettingKind.WholeNumber, SettingUnit.Parts)
            {
                Range = NumberRange.Between(1, 20),
                Default = "1",
                Source = "Usual: as many in each arm",
            }),
        ]);
}

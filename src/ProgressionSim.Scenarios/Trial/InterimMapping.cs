using Microsoft.Extensions.Configuration;
using ProgressionSim.Scenarios.Settings;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Scenarios.Trial;

/// <summary>Turns checked settings of looks into a rule.</summary>
internal static class InterimMapping
{
    /// <summary>Maps the group.</summary>
    public static InterimRule Interim(IConfiguration section) => new()
    {
        Looks = section.Numbers("looks"),
        Spending = InterimSettings.Spendings[section.Text("spending")],
        SpendingParameter = section.OptionalNumber("parameter") ?? 0,
        Futility = section.Group("futility") is { } futility ? Futility(futility) : null,
        Predictive = section.Group("predictive") is { } predictive
            ? new PredictiveStopping(predictive.Number("successAbove"), predictive.Number("futilityBelow"), predictive.Number("priorInformationShare"))
            : null,
    };

    private static FutilityRule Futility(IConfigurationSection section) => section.OptionalNumber("conditionalPowerBelow") is { } limit
        ? new(limit, SpendingFunction.OBrienFleming, 0, 0)
        : new(null, InterimSettings.Spendings[section.Text("spending")], section.OptionalNumber("parameter") ?? 0, section.Number("power"));
}

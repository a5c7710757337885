using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Parameters;

/// <summary>Settings of correlations between settings that are not known.</summary>
internal static class CorrelationSettings
{
    /// <summary>A list of correlations.</summary>
    public static ListShape Shape() =>
        new("Correlations of parameters, on the normal scale of a Gaussian copula; pairs not listed have none.", Correlation(), "correlation", 0, 500) { Default = "[]" };

    private static ObjectShape Correlation() => new(
        "Correlation of two parameters.",
        [
            new("between", new Setting("Paths of the two, as in parameters.", SettingKind.PathPair, SettingUnit.Text), Required: true),
            new("value", new Setting("Correlation of the two on the normal scale.", SettingKind.Number, SettingUnit.Correlation)
            {
                Range = new NumberRange(-1, 1, MinimumIsOpen: true, MaximumIsOpen: true),
            }, Required: true),
        ]);
}

using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Summaries.Outcomes;

/// <summary>Axes and strengths that the figures of all experiments share.</summary>
internal static class OutcomeAxes
{
    /// <summary>Strength of a Monte Carlo band.</summary>
    public const double MonteCarloStrength = 0.4;

    /// <summary>Strength of a band over uncertain parameters.</summary>
    public const double ParameterStrength = 0.14;

    /// <summary>Axis of benefits or outcomes that holds all values and zero.</summary>
    public static Axis Gains(string label, IEnumerable<double> values)
    {
        var finite = values.Where(double.IsFinite).ToArray();
        var (low, high) = (finite.Append(0).Min(), finite.Append(0).Max());
        return new(label, low < 0 ? -FigureParts.RoundedUp([-low * 1.05], 1e-3) : 0, high > 0 || low == 0 ? FigureParts.RoundedUp([high * 1.05], 1e-3) : 0);
    }
}

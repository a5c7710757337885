using ProgressionSim.Trials.Design;

namespace ProgressionSim.Scenarios.Trial;

/// <summary>Levels of measures whose whole numbers are levels.</summary>
internal static class TrialLevels
{
    private const int Stages = 5;
    private const double RoundingOfShares = 1e-9;

    /// <summary>Number of levels.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="sites">Number of sites.</param>
    /// <param name="subgroups">Number of subgroups; patients outside them are a level of their own.</param>
    /// <param name="shares">Sum of their shares.</param>
    /// <returns>Null for measures whose values are not levels.</returns>
    public static int? Of(TrialMeasure measure, int sites, int subgroups, double shares)
    {
        if (measure.Is(BaselineQuantity.Subgroup))
        {
            return subgroups + (shares < 1 - RoundingOfShares ? 1 : 0);
        }

        if (measure.Is(BaselineQuantity.BulbarOnset))
        {
            return 2;
        }

        if (measure.Is(BaselineQuantity.Site))
        {
            return sites;
        }

        return measure is { Source: MeasureSource.Visit, Name: "kingsStage" or "mitosStage" } ? Stages : null;
    }
}

using ProgressionSim.Engine.Recording;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Conduct;

/// <summary>The visit measures a design looks at: they are simulated, and those endpoints need are kept.</summary>
public sealed class TrialMeasures
{
    private readonly int[] places = new int[MeasureCatalogue.Count];

    /// <summary>Finds the measures of a design.</summary>
    /// <param name="design">The design.</param>
    public TrialMeasures(TrialDesign design)
    {
        var named = design.Endpoints.SelectMany(EndpointMeasures)
            .Concat(design.Rescue?.When.Select(condition => condition.Measure) ?? [])
            .Concat(design.Recruitment.Screening.SelectMany(rule => rule.Alternatives).SelectMany(all => all).Select(condition => condition.Measure))
            .Concat(design.Recruitment.StratifyBy.Select(factor => factor.Measure))
            .ToList();
        var needed = new SortedSet<int>(named.Where(measure => measure.Source != MeasureSource.Baseline).Select(measure => measure.Number));
        if (design.Dropout.HazardRatioPerPointLost != 1 || named.Any(UsesTotal))
        {
            needed.Add(MeasureCatalogue.AlsfrsTotal);
        }

        Numbers = [.. needed];
        Array.Fill(places, -1);
        for (var i = 0; i < Numbers.Count; i++)
        {
            places[Numbers[i]] = i;
        }
    }

    /// <summary>Numbers of the measures in the engine's catalogue, rising.</summary>
    public IReadOnlyList<int> Numbers { get; }

    /// <summary>Place of a measure among <see cref="Numbers"/>; -1 for one that is not needed.</summary>
    /// <param name="number">Number in the engine's catalogue.</param>
    public int PlaceOf(int number) => places[number];

    private static IEnumerable<TrialMeasure> EndpointMeasures(Endpoint endpoint) =>
        endpoint.Covariates
            .Concat(endpoint.Responder.Select(condition => condition.Measure))
            .Concat(endpoint.Event?.When.Select(condition => condition.Measure) ?? [])
            .Concat(endpoint.Measure is { } measure ? [measure] : []);

    private static bool UsesTotal(TrialMeasure measure) =>
        measure.Source == MeasureSource.Baseline && (BaselineQuantity)measure.Number is BaselineQuantity.SlopeBeforeBaseline or BaselineQuantity.LeadInSlope;
}

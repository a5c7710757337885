using ProgressionSim.Summaries.PlotData;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Summaries.Trials.Figures;

/// <summary>The figures of a simulated trial.</summary>
internal static class TrialFigures
{
    /// <summary>All figures in reading order, the overview first.</summary>
    public static IReadOnlyList<Figure> All(OperatingCharacteristics found, TrialData example) =>
    [
        .. new[]
        {
            TrialOverviewFigure.Build(found),
            EstimateFigure.Build(found),
            LooksFigure.Build(found),
            TrajectoryFigure.Build(example),
            EventFigure.Build(example),
        }.OfType<Figure>(),
    ];
}

namespace ProgressionSim.Summaries.PlotData;

/// <summary>The figures of a run.</summary>
public static class ReportFigures
{
    /// <summary>All figures in reading order, the overview first; empty when no patient was analysed.</summary>
    /// <param name="summary">The results.</param>
    public static IReadOnlyList<Figure> All(RunSummary summary) => summary.PatientsAnalysed == 0
        ? []
        : [.. new[]
            {
                OverviewFigure.Build(summary),
                ContrastFigure.Build(summary),
                SurvivalFigure.Build(summary),
                ScoreFigure.Build(summary),
                MotorNeuronFigure.Build(summary),
                RegionStatesFigure.Build(summary),
                RegionFigure.Build(summary),
                NeurofilamentFigure.Build(summary),
                DrugFigure.Build(summary),
            }.OfType<Figure>()];
}

using ProgressionSim.Experiments.Uncertainty;
using ProgressionSim.Statistics;
using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Summaries.Outcomes;

/// <summary>Where the variance of an outcome comes from: neuron-level chance, patients, uncertain parameters.</summary>
internal static class VarianceFigure
{
    /// <summary>Builds the figure; null when no variance could be split.</summary>
    /// <param name="record">The outer replicates.</param>
    /// <param name="name">Name of an arm.</param>
    /// <param name="variances">The variances, one bar each.</param>
    public static Figure? Build(UncertaintyRecord record, Func<int, string> name, IReadOnlyList<ArmVariance> variances)
    {
        ArmVariance[] shown = [.. variances.Where(variance => variance.Split.Status == FitStatus.Estimated)];
        if (shown.Length == 0)
        {
            return null;
        }

        var words = OutcomeWords.Of(shown[0].Outcome);
        StackedPart Part(string label, FigureColor color, FillPattern pattern, Func<VarianceSplit, VarianceComponent> component)
        {
            double[] shares = [.. shown.Select(variance => 100 * component(variance.Split).ShareOfTotal)];
            return new StackedPart(label, color, pattern, shares, [.. shares.Select(share => $"{NumberText.Fixed(share, 0)} %")]);
        }

        var most = shown.MaxBy(variance => variance.Split.Parameters.ShareOfTotal)!;
        var first = most.Split;
        return new()
        {
            Id = "variance-split",
            Title = $"Variance of one patient's {words.Noun} ({name(most.Arm)}): {NumberText.Percent(first.Patients.ShareOfTotal, 0)} from differences "
                + "between patients, "
                + $"{NumberText.Percent(first.Chance.ShareOfTotal, 0)} from chance, {NumberText.Percent(first.Parameters.ShareOfTotal, 0)} from "
                + "uncertain parameters",
            Caption = $"Law of total variance, unbiased, from {NumberText.Count(record.Draws.Count)} draws of "
                + $"{NumberText.Count(record.Plan.Parameters.Count)} uncertain parameters with {NumberText.Count(shown[0].Patients)} patients each and two "
                + "repetitions of chance per patient. Chance is what befalls one patient: the loss of single neurons, the moment of death, missed doses, "
                + "noise of visits. Only the stated parameters are uncertain.",
            AlternativeText = string.Join(" ", shown.Select(variance =>
                $"{name(variance.Arm)}: chance {NumberText.Percent(variance.Split.Chance.ShareOfTotal, 0)}, patients "
                    + $"{NumberText.Percent(variance.Split.Patients.ShareOfTotal, 0)}, "
                + $"parameters {NumberText.Percent(variance.Split.Parameters.ShareOfTotal, 0)}.")),
            Panels =
            [
                new()
                {
                    Horizontal = new($"Share of the variance of {words.Noun} (%)", 0, 100, 20),
                    Vertical = Axis.OfNames("", [.. shown.Select(variance => name(variance.Arm))]),
                    Layers =
                    [
                        new StackedBarLayer(
                        [
                            Part("Neuron-level chance", FigureColor.Arm2, FillPattern.Plain, split => split.Chance),
                            Part("Differences between patients", FigureColor.Arm3, FillPattern.Rising, split => split.Patients),
                            Part("Uncertain parameters", FigureColor.Arm4, FillPattern.Dotted, split => split.Parameters),
                        ]),
                    ],
                },
            ],
        };
    }
}

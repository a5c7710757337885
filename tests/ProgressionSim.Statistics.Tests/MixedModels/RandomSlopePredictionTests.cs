using ProgressionSim.Statistics.MixedModels;

namespace ProgressionSim.Statistics.Tests.MixedModels;

/// <summary>Oracle: D Z' V^-1 (y - X beta) in R with dense matrices.</summary>
public sealed class RandomSlopePredictionTests
{
    [Theory]
    [InlineData("long_balanced")]
    [InlineData("long_missing")]
    [InlineData("long_n200")]
    public void Predictions_are_those_of_dense_matrices(string file)
    {
        var data = LongitudinalFile.Read(file);
        var fit = new RandomSlopeModel().Fit(data.Values, data.Times, data.Group);
        foreach (var times in new[] { data.Times, data.OwnTimes() })
        {
            var intercepts = new double[data.Group.Length];
            var slopes = new double[data.Group.Length];
            RandomSlopePrediction.Predict(fit, data.Values, times, data.Group, intercepts, slopes);
            foreach (var row in ReferenceData.Csv(file + "_blup_expected.csv"))
            {
                Numbers.Close(row["blup_intercept"], intercepts[(int)row["id"] - 1], 1e-8, "intercept");
                Numbers.Close(row["blup_slope"], slopes[(int)row["id"] - 1], 1e-8, "slope");
            }
        }
    }
}

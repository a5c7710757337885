using ProgressionSim.Experiments.Uncertainty;
using ProgressionSim.Summaries.Answers;

namespace ProgressionSim.Summaries.Outcomes;

/// <summary>The uncertain parameters of a scenario.</summary>
internal static class ParameterTable
{
    /// <summary>What was drawn of each.</summary>
    /// <param name="record">The outer replicates.</param>
    public static ReportTable Of(UncertaintyRecord record)
    {
        string[] Row(int parameter)
        {
            var interval = record.Interval(replicate => record.Draws[replicate][parameter]);
            return [record.Plan.Parameters[parameter].Path, .. new[] { interval.Low, interval.Median, interval.High }.Select(NumberText.Setting)];
        }

        return new(
            "Uncertain parameters as drawn",
            ["Path", "2.5 % point", "Median", "97.5 % point"],
            [.. Enumerable.Range(0, record.Plan.Parameters.Count).Select(Row)],
            "In each setting's own unit, which its name says; parameter-draws.csv has all draws. Their distributions are assumptions.");
    }
}

using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Statistics.Survival;

namespace ProgressionSim.Summaries.Series;

/// <summary>What happened in one arm.</summary>
public sealed record ArmSummary
{
    /// <summary>Place in the plan, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>True when the arm has a treatment.</summary>
    public required bool Treated { get; init; }

    /// <summary>Patients whom no treatment of the arm reached in life and within the follow-up.</summary>
    public required long NeverTreated { get; init; }

    /// <summary>Patients whose first treatment was put off to biological onset.</summary>
    public required long StartedAtBiologicalOnset { get; init; }

    /// <summary>Patients without symptoms to the end of follow-up or their death.</summary>
    public required long NeverSymptomatic { get; init; }

    /// <summary>Patients who died before the report origin.</summary>
    public required long DeathsBeforeOrigin { get; init; }

    /// <summary>Median month of the actual first treatment start among those who started, from the report origin; null when nobody did.</summary>
    public required double? MedianStartMonths { get; init; }

    /// <summary>Kaplan-Meier curve from the report origin, months; null without patients.</summary>
    public required SurvivalCurve? Survival { get; init; }

    /// <summary>Median survival with its 95 % Monte Carlo interval, months from the report origin; null where not reached.</summary>
    public required SurvivalQuantile MedianSurvivalMonths { get; init; }

    /// <summary>Survival every 12 months and at the horizon.</summary>
    public required IReadOnlyList<SurvivalAtMonth> SurvivalAtMonths { get; init; }

    /// <summary>Series in the order of tables.</summary>
    public required IReadOnlyList<MeasureSeries> Series { get; init; }

    /// <summary>Milestones in their own order.</summary>
    public required IReadOnlyList<MilestoneSummary> Milestones { get; init; }

    /// <summary>A series by name.</summary>
    /// <param name="measure">Its name.</param>
    /// <exception cref="ArgumentException">There is no such series.</exception>
    public MeasureSeries this[string measure] =>
        Series.FirstOrDefault(series => series.Name == measure) ?? throw new ArgumentException($"No series is called \"{measure}\".", nameof(measure));

    internal static ArmSummary Of(RunPlan plan, RunRecord record, int index)
    {
        var counted = record.Arms[index];
        var curve = ArmSurvival.Curve(counted.Milestones[(int)CourseMilestone.Death], record.Patients, plan.StepMonths, plan.HorizonMonths);
        return new()
        {
            Index = index,
            Name = plan.Arms[index].Name,
            Treated = plan.Arms[index].Treatments.Count > 0,
            NeverTreated = counted.NeverTreated,
            StartedAtBiologicalOnset = counted.StartedAtBiologicalOnset,
            NeverSymptomatic = counted.NeverSymptomatic,
            DeathsBeforeOrigin = counted.DeathsBeforeOrigin,
            MedianStartMonths = counted.Milestones[(int)CourseMilestone.TreatmentStart].Quantile(0.5) * plan.StepMonths,
            Survival = curve,
            MedianSurvivalMonths = curve?.Quantile(0.5) ?? default,
            SurvivalAtMonths = ArmSurvival.Yearly(curve, plan.HorizonMonths),
            Series = SeriesTable.Of(record, index),
            Milestones = [.. Enum.GetValues<CourseMilestone>()
                .Select(milestone => MilestoneSummary.Of(milestone, counted.Milestones[(int)milestone], record.Patients, plan.StepMonths))],
        };
    }
}

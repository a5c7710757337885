using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Engine.Running;

/// <summary>Everything one run needs, checked; the engine sees no scenario file.</summary>
public sealed record RunPlan
{
    /// <summary>Days in a month.</summary>
    public const double DaysPerMonth = 30.4375;

    /// <summary>Name of the scenario.</summary>
    public required string Name { get; init; }

    /// <summary>Title for people.</summary>
    public required string Title { get; init; }

    /// <summary>The question the scenario asks.</summary>
    public required string Description { get; init; }

    /// <summary>SHA-256 of the resolved scenario, lower-case hexadecimal.</summary>
    public required string ScenarioSha256 { get; init; }

    /// <summary>Seed of every random number.</summary>
    public required uint Seed { get; init; }

    /// <summary>
    /// Which repetition of chance is run: each repetition meets the same patients, with their quantities, and draws anew everything that happens to them (the loss
    /// of neurons, the hazard they die at, missed doses, screening, the noise of visits).
    /// </summary>
    public uint Repetition { get; init; }

    /// <summary>Virtual patients, each present in every arm; at least 1, at most 2,000,000,000.</summary>
    public required long Patients { get; init => field = Require.Between(value, 1L, 2_000_000_000L); }

    /// <summary>Whole months followed after the report origin; 1 to 600.</summary>
    public required int HorizonMonths { get; init => field = Require.Between(value, 1, 600); }

    /// <summary>Whole months shown before the report origin; 0 to 120, and 0 when reporting from biological onset.</summary>
    public required int MonthsBeforeOrigin { get; init => field = Require.Between(value, 0, 120); }

    /// <summary>Months after biological onset within which the origin must be reached, or the patient is left out; 1 to 1,200.</summary>
    public required int MaximumMonthsToOrigin { get; init => field = Require.Between(value, 1, 1200); }

    /// <summary>Length of a step, days; 0.25 to 31.</summary>
    public required double StepDays { get; init => field = Require.Between(value, 0.25, 31.0); }

    /// <summary>What month 0 is.</summary>
    public required ReportOrigin ReportFrom { get; init; }

    /// <summary>
    /// When patients are enrolled: that many months, 0 or more, after a milestone of the untreated twin, rounded up to the end of a step; null for the
    /// patient's own months after symptom onset. Starts at enrolment then count from the twin's enrolment whatever their offset, and a patient whose twin
    /// dies before, or is not enrolled within <see cref="MaximumMonthsToOrigin"/>, is never treated by them.
    /// </summary>
    public TreatmentStart? Enrolment
    {
        get;
        init => field = value is null or { At: not StartAt.Age and not StartAt.Enrolment, OffsetMonths: >= 0 }
            ? value
            : throw new ArgumentException("Enrolment is counted from a milestone of the disease, 0 or more months after it.", nameof(Enrolment));
    }

    /// <summary>The disease.</summary>
    public required DiseaseParameters Disease { get; init; }

    /// <summary>The measures.</summary>
    public required MeasureParameters Measures { get; init; }

    /// <summary>Where patients come from.</summary>
    public required PatientPopulation Population { get; init; }

    /// <summary>Treatments the arms refer to by index.</summary>
    public required IReadOnlyList<Treatment> Treatments { get; init; }

    /// <summary>Arms, the first the reference of every contrast; at least one.</summary>
    public required IReadOnlyList<Arm> Arms { get; init => field = value.Count > 0 ? value : throw new ArgumentException("At least one arm is needed.", nameof(Arms)); }

    /// <summary>
    /// Numbers of the <see cref="MeasureCatalogue"/>'s measures to record; null for all. The others take no time and leave no trace: sums of 0, empty
    /// histograms, no contrasts; King's and MiToS stages are dated only when they are recorded.
    /// </summary>
    public IReadOnlyList<int>? RecordedMeasures
    {
        get;
        init => field = value is null || value.All(measure => measure is >= 0 and < MeasureCatalogue.Count)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(RecordedMeasures), $"Measures are numbered from 0 to {MeasureCatalogue.Count - 1}.");
    }

    /// <summary>Settings with their sources, for reports.</summary>
    public required IReadOnlyList<Assumption> Assumptions { get; init; }

    /// <summary>Length of a step, months.</summary>
    public double StepMonths => StepDays / DaysPerMonth;
}

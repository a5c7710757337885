using ProgressionSim.Engine.Recording;

namespace ProgressionSim.Experiments.Outcomes;

/// <summary>When treatment really started in one arm and group. Whole numbers only.</summary>
public sealed class StartRecord
{
    private readonly StepHistogram starts;
    private readonly double stepMonths;

    internal StartRecord(OutcomeShape shape)
    {
        starts = new StepHistogram(shape.FirstStep, shape.LastStep);
        stepMonths = shape.StepMonths;
    }

    /// <summary>Number of patients.</summary>
    public long Patients { get; private set; }

    /// <summary>Number of those who were treated, in life and up to the month of the outcome.</summary>
    public long Treated => starts.Total;

    /// <summary>Number whose treatment would have started before biological onset and was put off to it.</summary>
    public long Clamped { get; private set; }

    /// <summary>Number treated before the symptoms that arm 0 shows began, or who show none there.</summary>
    public long TreatedBeforeSymptoms { get; private set; }

    /// <summary>Share of patients whose start was put off to biological onset; 0 without patients.</summary>
    public double ClampedShare => Patients == 0 ? 0 : (double)Clamped / Patients;

    /// <summary>Share of patients who were treated.</summary>
    public double TreatedShare => Patients == 0 ? 0 : (double)Treated / Patients;

    /// <summary>Share of patients treated before symptoms.</summary>
    public double TreatedBeforeSymptomsShare => Patients == 0 ? 0 : (double)TreatedBeforeSymptoms / Patients;

    /// <summary>Quantile of the actual start among the treated, months from the report origin, to a step; null when nobody was treated.</summary>
    /// <param name="share">More than 0, at most 1; 0.5 for the median.</param>
    public double? QuantileMonths(double share) => starts.Quantile(share) is { } step ? step * stepMonths : null;

    internal void Add(float startMonths, bool clamped, float symptomOnsetMonths)
    {
        Patients++;
        Clamped += clamped ? 1 : 0;
        if (float.IsFinite(startMonths))
        {
            starts.Add((int)Math.Round(startMonths / stepMonths));
            TreatedBeforeSymptoms += startMonths < symptomOnsetMonths ? 1 : 0;
        }
    }

    internal void Merge(StartRecord other)
    {
        Patients += other.Patients;
        Clamped += other.Clamped;
        TreatedBeforeSymptoms += other.TreatedBeforeSymptoms;
        starts.Merge(other.starts);
    }
}

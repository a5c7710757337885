using ProgressionSim.Engine.Population;

namespace ProgressionSim.Engine.Courses;

/// <summary>What consecutive patients show at their visits in several treatment histories, and when they meet their milestones.</summary>
/// <remarks>
/// Memory is set by the capacity; a table is filled again and again. Patients are counted from 0 in the table; patient i is number
/// <see cref="FirstPatient"/> + i. Values of one patient lie together, [patient][history][measure][visit]. Threads may write different patients at the same time.
/// </remarks>
public sealed class CourseTable
{
    private readonly float[] values;
    private readonly float[] visitMonths;
    private readonly float[] deaths;
    private readonly float[] onsets;
    private readonly float[] electromyographicChanges;
    private readonly float[] neurofilamentRises;
    private readonly float[] starts;
    private readonly float[] ages;
    private readonly double[] quantities;
    private readonly int[] subgroups;
    private readonly bool[] origins;
    private readonly bool[] clamped;

    /// <summary>Makes an empty table.</summary>
    /// <param name="capacity">Largest number of patients, at least 1.</param>
    /// <param name="histories">Number of treatment histories, at least 1.</param>
    /// <param name="visits">Number of visits, at least 1.</param>
    /// <param name="measures">Number of measures, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1, or the table would hold more values than an array can.</exception>
    public CourseTable(int capacity, int histories, int visits, int measures)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(histories, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(visits, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(measures, 1);
        (Capacity, Histories, Visits, Measures) = (capacity, histories, visits, measures);
        values = new float[Length(capacity, (Int128)histories * measures * visits)];
        visitMonths = new float[Length(capacity, visits)];
        deaths = new float[Length(capacity, histories)];
        onsets = new float[deaths.Length];
        electromyographicChanges = new float[deaths.Length];
        neurofilamentRises = new float[deaths.Length];
        starts = new float[deaths.Length];
        ages = new float[capacity];
        quantities = new double[Length(capacity, PatientPopulation.QuantityCount)];
        subgroups = new int[capacity];
        origins = new bool[capacity];
        clamped = new bool[deaths.Length];
    }

    /// <summary>Largest number of patients.</summary>
    public int Capacity { get; }

    /// <summary>Number of treatment histories.</summary>
    public int Histories { get; }

    /// <summary>Number of visits.</summary>
    public int Visits { get; }

    /// <summary>Number of measures.</summary>
    public int Measures { get; }

    /// <summary>Number of the patient at 0.</summary>
    public uint FirstPatient { get; private set; }

    /// <summary>Number of patients in the table.</summary>
    public int Count { get; private set; }

    /// <summary>Says which patients the table is about to hold. What is in it stays until it is written over.</summary>
    /// <param name="firstPatient">Number of the patient at 0.</param>
    /// <param name="count">Number of patients, 0 to <see cref="Capacity"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">More patients than the table can hold, or numbers beyond 32 bits.</exception>
    public void Hold(uint firstPatient, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Capacity);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((ulong)firstPatient + (ulong)count, 1UL << 32, nameof(count));
        (FirstPatient, Count) = (firstPatient, count);
    }

    /// <summary>True when the patient's untreated twin reached the origin alive. A patient without origin has values of NaN and times of infinity.</summary>
    /// <param name="patient">Patient, from 0.</param>
    public bool HasOrigin(int patient) => origins[patient];

    /// <summary>Values of a measure at the visits; NaN when dead, before biological onset those of health.</summary>
    /// <param name="history">Treatment history.</param>
    /// <param name="patient">Patient, from 0.</param>
    /// <param name="measure">Place of the measure in the plan.</param>
    public ReadOnlySpan<float> Values(int history, int patient, int measure) => WriteValues(history, patient, measure);

    /// <summary>When the visits take place, months from the origin, rising; the same in every history, also beyond a death.</summary>
    /// <param name="patient">Patient, from 0.</param>
    public ReadOnlySpan<float> VisitMonths(int patient) => WriteVisitMonths(patient);

    /// <summary>Death or permanent ventilation, months from the origin; infinite when alive at the end of follow-up.</summary>
    /// <param name="history">Treatment history.</param>
    /// <param name="patient">Patient, from 0.</param>
    public float DeathMonths(int history, int patient) => deaths[Course(history, patient)];

    /// <summary>Symptom onset, months from the origin, negative before it; infinite when not reached in life and within the follow-up.</summary>
    /// <param name="history">Treatment history.</param>
    /// <param name="patient">Patient, from 0.</param>
    public float SymptomOnsetMonths(int history, int patient) => onsets[Course(history, patient)];

    /// <summary>Electromyographic change, months from the origin, negative before it; infinite when not reached in life and within the follow-up.</summary>
    /// <param name="history">Treatment history.</param>
    /// <param name="patient">Patient, from 0.</param>
    public float ElectromyographicChangeMonths(int history, int patient) => electromyographicChanges[Course(history, patient)];

    /// <summary>Neurofilament rise, months from the origin, negative before it; infinite when not reached in life and within the follow-up.</summary>
    /// <param name="history">Treatment history.</param>
    /// <param name="patient">Patient, from 0.</param>
    public float NeurofilamentRiseMonths(int history, int patient) => neurofilamentRises[Course(history, patient)];

    /// <summary>First treatment start, months from the origin; infinite when none starts in life and within the follow-up.</summary>
    /// <param name="history">Treatment history.</param>
    /// <param name="patient">Patient, from 0.</param>
    public float FirstTreatmentMonths(int history, int patient) => starts[Course(history, patient)];

    /// <summary>True when a treatment would have started before biological onset and was put off to it.</summary>
    /// <param name="history">Treatment history.</param>
    /// <param name="patient">Patient, from 0.</param>
    public bool StartedAtBiologicalOnset(int history, int patient) => clamped[Course(history, patient)];

    /// <summary>The origin, months from biological onset; NaN without origin.</summary>
    /// <param name="patient">Patient, from 0.</param>
    public float MonthsFromBiologicalOnset(int patient) => ages[patient];

    /// <summary>A quantity the patient was drawn with.</summary>
    /// <param name="patient">Patient, from 0.</param>
    /// <param name="quantity">The quantity.</param>
    public double Quantity(int patient, PatientQuantity quantity) => WriteQuantities(patient)[(int)quantity];

    /// <summary>Index of the patient's subgroup; the number of subgroups for patients outside them.</summary>
    /// <param name="patient">Patient, from 0.</param>
    public int Subgroup(int patient) => subgroups[patient];

    /// <summary>Where to write <see cref="Values"/>.</summary>
    /// <param name="history">Treatment history.</param>
    /// <param name="patient">Patient, from 0.</param>
    /// <param name="measure">Place of the measure in the plan.</param>
    public Span<float> WriteValues(int history, int patient, int measure)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)measure, (uint)Measures, nameof(measure));
        return values.AsSpan((int)((((long)Course(history, patient) * Measures) + measure) * Visits), Visits);
    }

    /// <summary>Where to write <see cref="VisitMonths"/>.</summary>
    /// <param name="patient">Patient, from 0.</param>
    public Span<float> WriteVisitMonths(int patient) => visitMonths.AsSpan((int)((long)patient * Visits), Visits);

    /// <summary>Where to write the patient's quantities, by the number of their <see cref="PatientQuantity"/>.</summary>
    /// <param name="patient">Patient, from 0.</param>
    public Span<double> WriteQuantities(int patient) => quantities.AsSpan((int)((long)patient * PatientPopulation.QuantityCount), PatientPopulation.QuantityCount);

    /// <summary>Sets the subgroup and the origin of a patient who has one.</summary>
    /// <param name="patient">Patient, from 0.</param>
    /// <param name="subgroup">Index of the subgroup.</param>
    /// <param name="monthsFromBiologicalOnset">The origin, months from biological onset.</param>
    public void SetPatient(int patient, int subgroup, float monthsFromBiologicalOnset) =>
        (subgroups[patient], ages[patient], origins[patient]) = (subgroup, monthsFromBiologicalOnset, true);

    /// <summary>Sets a patient who reached no origin: values and visit months of NaN, times of infinity.</summary>
    /// <param name="patient">Patient, from 0.</param>
    /// <param name="subgroup">Index of the subgroup.</param>
    public void SetWithoutOrigin(int patient, int subgroup)
    {
        (subgroups[patient], ages[patient], origins[patient]) = (subgroup, float.NaN, false);
        WriteVisitMonths(patient).Fill(float.NaN);
        for (var history = 0; history < Histories; history++)
        {
            SetMilestones(history, patient, float.PositiveInfinity, float.PositiveInfinity, float.PositiveInfinity);
            SetFirstSigns(history, patient, float.PositiveInfinity, float.PositiveInfinity);
            for (var measure = 0; measure < Measures; measure++)
            {
                WriteValues(history, patient, measure).Fill(float.NaN);
            }
        }
    }

    /// <summary>Sets when a patient's disease first showed without symptoms, months from the origin; infinite for never.</summary>
    /// <param name="history">Treatment history.</param>
    /// <param name="patient">Patient, from 0.</param>
    /// <param name="electromyographicChange">Electromyographic change.</param>
    /// <param name="neurofilamentRise">Neurofilament rise.</param>
    public void SetFirstSigns(int history, int patient, float electromyographicChange, float neurofilamentRise)
    {
        var course = Course(history, patient);
        (electromyographicChanges[course], neurofilamentRises[course]) = (electromyographicChange, neurofilamentRise);
    }

    /// <summary>Sets when a patient meets the milestones of a history, months from the origin; infinite for never.</summary>
    /// <param name="history">Treatment history.</param>
    /// <param name="patient">Patient, from 0.</param>
    /// <param name="death">Death or permanent ventilation.</param>
    /// <param name="symptomOnset">Symptom onset.</param>
    /// <param name="firstTreatment">First treatment start.</param>
    /// <param name="startedAtBiologicalOnset">A treatment would have started before biological onset and was put off to it.</param>
    public void SetMilestones(int history, int patient, float death, float symptomOnset, float firstTreatment, bool startedAtBiologicalOnset = false)
    {
        var course = Course(history, patient);
        (deaths[course], onsets[course], starts[course], clamped[course]) = (death, symptomOnset, firstTreatment, startedAtBiologicalOnset);
    }

    private static int Length(int capacity, Int128 each) => capacity * each <= Array.MaxLength
        ? (int)(capacity * each)
        : throw new ArgumentOutOfRangeException(nameof(capacity), capacity, $"{each} values a patient are more than an array of {Array.MaxLength} holds.");

    private int Course(int history, int patient)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)history, (uint)Histories, nameof(history));
        return (int)(((long)patient * Histories) + history);
    }
}

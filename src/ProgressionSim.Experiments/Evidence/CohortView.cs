using ProgressionSim.Engine.Courses;
using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Experiments.Evidence;

/// <summary>Courses of patients as estimators look at them: by arm, patient and months from symptom onset. One a thread.</summary>
internal sealed class CohortView
{
    private const double DaysPerYear = 365.25;
    private const double FullScore = 48;

    private readonly CohortVisits visits;
    private readonly FunctionScore score;
    private readonly float onsetFunction;
    private readonly double neurons;
    private readonly float[] scores;

    /// <summary>Looks at courses.</summary>
    /// <param name="visits">What was simulated.</param>
    /// <param name="run">The scenario.</param>
    /// <param name="table">Its courses.</param>
    public CohortView(CohortVisits visits, RunPlan run, CourseTable table)
    {
        (this.visits, Table) = (visits, table);
        score = new FunctionScore(run.Measures.FunctionScores);
        onsetFunction = (float)run.Measures.Milestones.SymptomOnsetFunction;
        neurons = Enum.GetValues<Region>().Sum(region => run.Disease.MotorNeuronsPerRegion[region]);
        scores = new float[visits.LastMonth - visits.FirstMonth + 1];
    }

    /// <summary>The courses.</summary>
    public CourseTable Table { get; }

    /// <summary>Month of the first visit, from symptom onset; 0 or negative.</summary>
    public int FirstMonth => visits.FirstMonth;

    /// <summary>End of follow-up, months from symptom onset.</summary>
    public int LastMonth => visits.LastMonth;

    /// <summary>When a moment comes, months from symptom onset of the untreated twin; infinite when it does not in life and within the follow-up.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="arm">Arm.</param>
    /// <param name="patient">Patient, from 0 in the table, with an origin.</param>
    public double Moment(CourseMoment moment, int arm, int patient)
    {
        var month = moment switch
        {
            CourseMoment.SymptomOnset => 0,
            CourseMoment.Diagnosis => Table.Quantity(patient, PatientQuantity.DiagnosticDelayMonths),
            CourseMoment.Enrolment => Table.Quantity(patient, PatientQuantity.EnrolmentMonths),
            CourseMoment.TreatmentStart => Table.FirstTreatmentMonths(arm, patient),
            CourseMoment.BiologicalOnset => -Table.MonthsFromBiologicalOnset(patient),
            CourseMoment.ElectromyographicChange => Table.ElectromyographicChangeMonths(arm, patient),
            CourseMoment.NeurofilamentRise => Table.NeurofilamentRiseMonths(arm, patient),
            CourseMoment.Death => Table.DeathMonths(arm, patient),
            _ => SecondRegion(arm, patient),
        };

        // Delays are drawn at birth: the dead are not diagnosed any more, and who would be later than the follow-up is not seen.
        return month <= Math.Min(Table.DeathMonths(arm, patient), LastMonth) ? month : double.PositiveInfinity;
    }

    /// <summary>Value of a measure at the visit nearest to a time; NaN when dead or outside the visits.</summary>
    /// <param name="measure">Number of the measure.</param>
    /// <param name="arm">Arm.</param>
    /// <param name="patient">Patient.</param>
    /// <param name="month">Months from symptom onset.</param>
    public double ValueAt(int measure, int arm, int patient, double month)
    {
        var visit = NearestVisit(month);
        return visit >= 0 && visit <= visits.LastMonth - visits.FirstMonth ? Table.Values(arm, patient, visits.Place(measure))[(int)visit] : double.NaN;
    }

    /// <summary>Age at symptom onset, years.</summary>
    /// <param name="patient">Patient.</param>
    public double AgeAtSymptomOnsetYears(int patient) =>
        Table.Quantity(patient, PatientQuantity.AgeAtBiologicalOnsetYears) + (Table.MonthsFromBiologicalOnset(patient) * RunPlan.DaysPerMonth / DaysPerYear);

    /// <summary>True when a patient is one an estimator looks at.</summary>
    /// <param name="among">Its conditions.</param>
    /// <param name="arm">Arm.</param>
    /// <param name="patient">Patient.</param>
    /// <param name="moment">The moment it counts from, months from symptom onset, finite.</param>
    public bool IsAmong(CohortFilter among, int arm, int patient, double moment)
    {
        if ((among.Subgroup is { } subgroup && Table.Subgroup(patient) != subgroup)
            || (among.OnsetRegions is { } regions && !regions.Contains((Region)(int)Table.Quantity(patient, PatientQuantity.OnsetRegion)))
            || moment > (among.MonthsFromOnsetAtMost ?? double.PositiveInfinity)
            || (among.SvcAtLeastPercent is { } vital && !(ValueAt(MeasureCatalogue.Svc, arm, patient, moment) >= vital)))
        {
            return false;
        }

        if (among is { ProgressionRateAtLeast: null, ProgressionRateBelow: null, AlsfrsAtLeast: null, AlsfrsAtMost: null })
        {
            return true;
        }

        // A comparison with NaN, of the dead, is false.
        var alsfrs = ValueAt(MeasureCatalogue.AlsfrsTotal, arm, patient, moment);
        var rate = moment > 0 ? (FullScore - alsfrs) / moment : double.NaN;
        return (among.ProgressionRateAtLeast is not { } least || rate >= least)
            && (among.ProgressionRateBelow is not { } most || rate < most)
            && (among.AlsfrsAtLeast is not { } low || alsfrs >= low)
            && (among.AlsfrsAtMost is not { } high || alsfrs <= high);
    }

    /// <summary>Largest rise of the noiseless ALSFRS-R within a period that is held, in points; 0 without one.</summary>
    /// <param name="arm">Arm.</param>
    /// <param name="patient">Patient.</param>
    /// <param name="from">Start of the period, months from symptom onset.</param>
    /// <param name="to">Its end.</param>
    /// <param name="heldMonths">Months it must hold.</param>
    public float LargestHeldGain(int arm, int patient, double from, double to, double heldMonths)
    {
        var first = (int)Math.Clamp(NearestVisit(from), 0, scores.Length - 1);
        var last = (int)Math.Clamp(NearestVisit(to), 0, scores.Length - 1);
        var lived = 0;
        for (var visit = first; visit <= last && !float.IsNaN(Function(arm, patient, 0)[visit]); visit++, lived++)
        {
            scores[lived] = 0;
            for (var region = 0; region < RegionValues.Count; region++)
            {
                scores[lived] += score.Region(Function(arm, patient, region)[visit]);
            }
        }

        return HeldGain.Largest(scores.AsSpan(0, lived), (int)Math.Round(heldMonths));
    }

    /// <summary>Share of all motor neurons lost at death, 0-1; NaN for those who do not die within the follow-up.</summary>
    /// <param name="arm">Arm.</param>
    /// <param name="patient">Patient.</param>
    public double LossAtDeath(int arm, int patient)
    {
        var death = Table.DeathMonths(arm, patient);
        if (!float.IsFinite(death))
        {
            return double.NaN;
        }

        // A death on the day of a visit may be dated a rounding error after it, although the visit shows nothing any more.
        var last = Math.Min((int)Math.Ceiling(death - visits.FirstMonth) - 1, scores.Length - 1);
        while (last >= 0 && double.IsNaN(Lost(arm, patient, last)))
        {
            last--;
        }

        if (last < 0)
        {
            return double.NaN;
        }

        // From the last visit in life the loss goes on as fast as it did since the visit before.
        var loss = Lost(arm, patient, last);
        var perMonth = last == 0 ? 0 : loss - Lost(arm, patient, last - 1);
        return Math.Min(1, loss + (perMonth * (death - visits.FirstMonth - last)));
    }

    /// <summary>Number of the visit nearest to a time, of two as near the later one; not a visit's where the time lies outside them.</summary>
    private double NearestVisit(double month) => Math.Round(month - visits.FirstMonth, MidpointRounding.AwayFromZero);

    private double Lost(int arm, int patient, int visit)
    {
        var lost = 0.0;
        for (var region = 0; region < RegionValues.Count; region++)
        {
            lost += Table.Values(arm, patient, visits.Place(MeasureCatalogue.Lost + region))[visit];
        }

        return lost / neurons;
    }

    private ReadOnlySpan<float> Function(int arm, int patient, int region) => Table.Values(arm, patient, visits.Place(MeasureCatalogue.Function + region));

    /// <summary>When the function of a second region falls below the threshold of symptom onset, between visits by linear interpolation.</summary>
    private double SecondRegion(int arm, int patient)
    {
        Span<double> crossings = stackalloc double[RegionValues.Count];
        for (var region = 0; region < RegionValues.Count; region++)
        {
            var function = Function(arm, patient, region);
            crossings[region] = double.PositiveInfinity;
            for (var visit = 0; visit < function.Length && !float.IsNaN(function[visit]); visit++)
            {
                if (function[visit] < onsetFunction)
                {
                    var share = visit == 0 ? 1 : (function[visit - 1] - onsetFunction) / (function[visit - 1] - function[visit]);
                    crossings[region] = visits.FirstMonth + visit - 1 + share;
                    break;
                }
            }
        }

        crossings.Sort();
        return crossings[1];
    }
}

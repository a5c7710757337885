using ProgressionSim.Engine.Courses;
using ProgressionSim.Engine.Population;
using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Model.Parameters;
using ProgressionSim.TestKit;

namespace ProgressionSim.Experiments.Tests.Evidence;

/// <summary>Courses written by hand, of patients followed for a year from symptom onset, and what an estimator reads in them.</summary>
internal sealed class HandCourses
{
    public const int Months = 12;
    public const float Never = float.PositiveInfinity;

    private readonly CohortVisits visits;
    private readonly CohortEstimate estimate;
    private readonly CourseTable table;

    public HandCourses(Estimator estimator, int patients = 1, int arms = 1)
    {
        var run = TestPlans.Coupled(1, 1) with
        {
            HorizonMonths = Months,
            Arms = [.. Enumerable.Range(0, arms).Select(arm => new Arm($"arm {arm}", []))],
        };
        visits = new CohortVisits(TestEvidence.Plan(run, 100, estimator));
        estimate = CohortEstimate.Of(estimator);
        table = visits.Courses(run).NewTable(patients);
        table.Hold(0, patients);
        View = new CohortView(visits, run, table);
        for (var patient = 0; patient < patients; patient++)
        {
            table.SetPatient(patient, 0, 24);
            for (var arm = 0; arm < arms; arm++)
            {
                Dates(patient, arm: arm);
            }
        }
    }

    public CohortView View { get; }

    /// <summary>Sets when things happen, months from symptom onset.</summary>
    public HandCourses Dates(
        int patient = 0,
        float death = Never,
        float onset = 0,
        float treatment = Never,
        float electromyographic = Never,
        float neurofilament = Never,
        int arm = 0)
    {
        table.SetMilestones(arm, patient, death, onset, treatment);
        table.SetFirstSigns(arm, patient, electromyographic, neurofilament);
        return this;
    }

    public HandCourses Quantity(PatientQuantity quantity, double value, int patient = 0)
    {
        table.WriteQuantities(patient)[(int)quantity] = value;
        return this;
    }

    public HandCourses Subgroup(int subgroup, int patient = 0)
    {
        table.SetPatient(patient, subgroup, 24);
        return this;
    }

    public HandCourses WithoutOrigin(int patient)
    {
        table.SetWithoutOrigin(patient, 0);
        return this;
    }

    /// <summary>Writes a measure by month, from the first visit on; nothing is seen from death on, whose date must have been set.</summary>
    public HandCourses Measure(int measure, Func<int, double> value, int patient = 0, int arm = 0)
    {
        var to = table.WriteValues(arm, patient, visits.Place(measure));
        for (var visit = 0; visit < to.Length; visit++)
        {
            var month = visit + visits.FirstMonth;
            to[visit] = month < table.DeathMonths(arm, patient) ? (float)value(month) : float.NaN;
        }

        return this;
    }

    /// <summary>Writes the same for all four regions.</summary>
    public HandCourses Regions(int firstMeasure, Func<int, double> value, int patient = 0, int arm = 0)
    {
        for (var region = 0; region < 4; region++)
        {
            Measure(firstMeasure + region, value, patient, arm);
        }

        return this;
    }

    /// <summary>What the estimator reads of a patient.</summary>
    public double[] Read(int patient = 0, HandCourses? twins = null)
    {
        var numbers = new double[estimate.Width];
        estimate.Read(View, twins?.View, patient, numbers);
        return numbers;
    }

    /// <summary>The estimate in all patients.</summary>
    public double Value()
    {
        var numbers = Enumerable.Range(0, table.Count).SelectMany(patient => Read(patient)).ToArray();
        return estimate.Value(new PatientNumbers(numbers, estimate.Width, 0));
    }
}

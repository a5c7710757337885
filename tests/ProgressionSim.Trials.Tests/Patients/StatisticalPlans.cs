using ProgressionSim.Engine.Courses;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Patients;

namespace ProgressionSim.Trials.Tests.Patients;

/// <summary>Plans of statistical patients for tests.</summary>
internal static class StatisticalPlans
{
    /// <summary>The shared-parameter model whose defaults go back to van Eijk et al. (2018): facts, section 7D, T5.</summary>
    public static PatientClass Shared { get; } = new()
    {
        Name = "all",
        Share = 1,
        InterceptMean = 38,
        InterceptSd = Math.Sqrt(26.10),
        SlopeMean = -1.06,
        SlopeSd = Math.Sqrt(1.28),
        Correlation = 1.22 / Math.Sqrt(26.10 * 1.28),
        ResidualSd = Math.Sqrt(3.08),
        HazardShape = 1.44,
        LogHazard = -2.28,
        Association = -0.12,
    };

    /// <summary>The same patients without death.</summary>
    public static PatientClass Immortal { get; } = Shared with { LogHazard = double.NegativeInfinity, Association = 0 };

    /// <summary>A plan with one class and arms of the same kind.</summary>
    public static CandidatePlan Of(uint seed, PatientClass patients, IReadOnlyList<ArmEffect> effects, params IReadOnlyList<TreatmentHistory> histories) =>
        Of(seed, new StatisticalPatients([patients], effects, null, null, false), histories);

    /// <summary>A plan with a lead-in visit, baseline and five visits every 12 weeks, followed for 60 months.</summary>
    public static CandidatePlan Of(uint seed, StatisticalPatients patients, params IReadOnlyList<TreatmentHistory> histories) => new()
    {
        Model = patients,
        Seed = seed,
        Histories = histories,
        VisitDays = [-28, 0, 84, 168, 252, 336, 420],
        FollowUpDays = 60 * RunPlan.DaysPerMonth,
        Measures = [MeasureCatalogue.AlsfrsTotal],
    };

    /// <summary>An arm's effect in one class.</summary>
    public static ArmEffect Effect(string name, double slope, double hazardRatio) => new(name, [slope], [hazardRatio]);

    /// <summary>Candidates 0 up.</summary>
    public static CourseTable Filled(CandidatePlan plan, int count)
    {
        using var source = PatientSources.Create(plan);
        var table = plan.NewTable(count);
        source.Fill(0, count, table);
        return table;
    }

    /// <summary>Fails unless a candidate shows the same bits in two tables.</summary>
    public static void AssertSame(CourseTable expected, int i, CourseTable actual, int j)
    {
        Assert.Equal(expected.HasOrigin(i), actual.HasOrigin(j));
        Assert.Equal(expected.Subgroup(i), actual.Subgroup(j));
        Assert.Equal(expected.MonthsFromBiologicalOnset(i), actual.MonthsFromBiologicalOnset(j));
        Assert.Equal(expected.VisitMonths(i), actual.VisitMonths(j));
        Assert.Equal(expected.WriteQuantities(i), actual.WriteQuantities(j));
        for (var history = 0; history < expected.Histories; history++)
        {
            AssertSame(expected, history, i, actual, history, j);
        }
    }

    /// <summary>Fails unless two histories show the same bits.</summary>
    public static void AssertSame(CourseTable expected, int history, int i, CourseTable actual, int other, int j)
    {
        Assert.Equal(expected.DeathMonths(history, i), actual.DeathMonths(other, j));
        Assert.Equal(expected.SymptomOnsetMonths(history, i), actual.SymptomOnsetMonths(other, j));
        Assert.Equal(expected.FirstTreatmentMonths(history, i), actual.FirstTreatmentMonths(other, j));
        for (var measure = 0; measure < expected.Measures; measure++)
        {
            Assert.Equal(expected.Values(history, i, measure), actual.Values(other, j, measure));
        }
    }
}

using ProgressionSim.Engine.Courses;
using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.TestKit;

namespace ProgressionSim.Experiments.Tests.Outcomes;

/// <summary>Outcomes of courses written by hand.</summary>
public sealed class PatientOutcomesTests
{
    private const int Months = 6;
    private static readonly OutcomeRules Rules = new() { Months = Months, RecoveryPoints = 4, RecoveryHeldMonths = 2 };

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Everything_is_counted_from_month_0_to_M()
    {
        // Walks until month 3, is understood until month 1, breathes well throughout.
        var found = Compute(
            functions: [[1, 0.6f, 0.4f, 0.4f, 0.4f, 0.4f, 0.4f], Constant(1), Constant(0.9f), [1, 0.9f, 0.7f, 0.5f, 0.3f, 0.2f, 0.2f]],
            alsfrs: [48, 46, 44, 42, 40, 38, 36],
            lost: 250,
            neurofilament: [1000, 2000, 3000, 4000, 5000, 6000, 7000],
            death: float.PositiveInfinity,
            onset: 2);
        Assert.Equal(6, found[OutcomeCatalogue.SurvivalMonths]);
        Assert.Equal(1, found[OutcomeCatalogue.Alive]);
        Assert.Equal(0, found[OutcomeCatalogue.SymptomFree]);
        Assert.Equal(36, found[OutcomeCatalogue.AlsfrsTotal]);
        Assert.Equal(6 * 42, found[OutcomeCatalogue.AlsfrsArea]);
        Assert.Equal(4000 - (4 * 250), found[OutcomeCatalogue.MotorNeurons]);
        Assert.Equal(0.5f + 3, found[OutcomeCatalogue.WalkingMonths]);
        Assert.Equal(0.5f + 1, found[OutcomeCatalogue.SpeakingMonths]);
        Assert.Equal(6, found[OutcomeCatalogue.BreathingMonths]);
        Assert.Equal(0, found[OutcomeCatalogue.Recovery]);
        Assert.Equal(4000, found[OutcomeCatalogue.Neurofilament]);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void The_dead_are_worth_nothing_from_then_on()
    {
        float[] dead = [40, 38, 36, float.NaN, float.NaN, float.NaN, float.NaN];
        float[] whole = [1, 1, 1, float.NaN, float.NaN, float.NaN, float.NaN];
        var found = Compute([whole, whole, whole, whole], dead, 0, [900, 1000, 1100, float.NaN, float.NaN, float.NaN, float.NaN], death: 2.5f, onset: float.PositiveInfinity);
        Assert.Equal(2.5f, found[OutcomeCatalogue.SurvivalMonths]);
        Assert.Equal(0, found[OutcomeCatalogue.Alive]);
        Assert.Equal(0, found[OutcomeCatalogue.SymptomFree]);
        Assert.Equal(0, found[OutcomeCatalogue.AlsfrsTotal]);
        Assert.Equal((0.5f * 40) + 38 + 36, found[OutcomeCatalogue.AlsfrsArea]);
        Assert.Equal(0, found[OutcomeCatalogue.MotorNeurons]);
        Assert.Equal(2.5f, found[OutcomeCatalogue.WalkingMonths]);
        Assert.Equal(1000, found[OutcomeCatalogue.Neurofilament]);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_patient_who_stays_well_is_free_of_symptoms()
    {
        var found = Compute([Constant(1), Constant(1), Constant(1), Constant(1)], Constant(48), 0, Constant(500), float.PositiveInfinity, float.PositiveInfinity);
        Assert.Equal(1, found[OutcomeCatalogue.SymptomFree]);
    }

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(true, new[] { 0.9f, 0.4f, 0.4f, 0.9f, 0.9f, 0.9f, 0.9f })]
    [InlineData(false, new[] { 0.9f, 0.4f, 0.4f, 0.9f, 0.9f, 0.4f, 0.9f })]
    [InlineData(false, new[] { 0.9f, 0.4f, 0.4f, 0.4f, 0.4f, 0.9f, 0.9f })]
    [InlineData(false, new[] { 0.9f, 0.8f, 0.8f, 0.9f, 0.9f, 0.9f, 0.9f })]
    public void A_recovery_regains_enough_above_the_lowest_score_and_holds_it_for_the_months_asked(bool recovers, float[] function)
    {
        var found = Compute([function, Constant(1), Constant(1), Constant(1)], Constant(40), 0, Constant(500), float.PositiveInfinity, 0);
        Assert.Equal(recovers ? 1 : 0, found[OutcomeCatalogue.Recovery]);
        if (recovers)
        {
            Assert.Equal(Expected(0.9) - Expected(0.4), found[OutcomeCatalogue.RecoveryPoints], 0.01);
        }
    }

    // Mean score of three items: sum over thresholds of P(logistic noise > a (logit c - logit F)).
    private static double Expected(double function) => 3 * TestPlans.Measures().FunctionScores.AlsfrsThresholds.Sum(
        threshold => 1 / (1 + Math.Exp(1.04 * (Logit(threshold) - Logit(function)))));

    private static double Logit(double p) => Math.Log(p / (1 - p));

    private static float[] Constant(float value) => [.. Enumerable.Repeat(value, Months + 1)];

    private static float[] Compute(float[][] functions, float[] alsfrs, float lost, float[] neurofilament, float death, float onset)
    {
        var plan = TestPlans.Coupled(1, 1);
        var courses = PatientOutcomes.Courses(plan, Rules);
        var table = new CourseTable(1, 1, Months + 1, courses.Measures.Count);
        table.Hold(0, 1);
        table.SetPatient(0, 0, 0);
        table.SetMilestones(0, 0, death, onset, float.PositiveInfinity);
        for (var region = 0; region < functions.Length; region++)
        {
            functions[region].CopyTo(table.WriteValues(0, 0, region));
            for (var month = 0; month <= Months; month++)
            {
                table.WriteValues(0, 0, functions.Length + region)[month] = float.IsNaN(alsfrs[month]) ? float.NaN : lost;
            }
        }

        alsfrs.CopyTo(table.WriteValues(0, 0, 2 * functions.Length));
        neurofilament.CopyTo(table.WriteValues(0, 0, (2 * functions.Length) + 1));
        var found = new float[OutcomeCatalogue.Count];
        new PatientOutcomes(plan, Rules).Compute(table, 0, 0, found);
        return found;
    }
}

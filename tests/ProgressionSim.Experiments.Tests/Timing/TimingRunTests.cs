using ProgressionSim.Engine.Courses;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Timing;
using ProgressionSim.Model.Parameters;
using ProgressionSim.TestKit;

namespace ProgressionSim.Experiments.Tests.Timing;

/// <summary>What must hold exactly when treatment starts at different times.</summary>
public sealed class TimingRunTests
{
    private static readonly double[] Starts = [-6, -3, 0, 3, 6, 12];

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_drug_without_effect_makes_waiting_cost_nothing_at_all()
    {
        var result = TimingRun.Run(Plan(400, 5201, new KnockdownTreatment("none") { Knockdown = 0, RampMonths = 0 }));
        foreach (var curve in result.Curves)
        {
            Assert.All(curve.Benefits, benefit => Assert.Equal(new Estimate(0, 0), benefit));
            Assert.All(curve.CostsOfDelay, cost => Assert.True(cost is null or { Value: 0, StandardError: 0 }));
            Assert.Equal(double.NegativeInfinity, curve.Window.Months);
            Assert.Equal(double.NegativeInfinity, curve.PointOfNoReturn.Months);
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Nobody_falls_ill_when_an_ideal_drug_starts_at_biological_onset()
    {
        var (plan, disease) = (Plan(1500, 5202, Ideal()), TestPlans.Disease());

        // The whole disease is driven by the protein, which is gone at once, and nobody dies of anything else.
        disease = disease with
        {
            Stress = disease.Stress with { ProteinIndependentShare = 0 },
            Death = disease.Death with { ProteinIndependentShare = 0 },
            ToxicProteinHalfLifeMonths = 0.01,
        };
        var run = plan.Run with { Disease = disease, Measures = plan.Run.Measures with { Survival = plan.Run.Measures.Survival with { BackgroundRatePerMonth = 0 } } };
        plan = plan with { Run = run, Start = new TreatmentStart { At = StartAt.BiologicalOnset }, OffsetsMonths = [0, 24] };
        var result = TimingRun.Run(plan);
        Assert.Equal(1, result.Curve(0, OutcomeCatalogue.SymptomFree).Means[0].Value);
        Assert.Equal(1, result.Curve(0, OutcomeCatalogue.Alive).Means[0].Value);
        Assert.True(result.Curve(0, OutcomeCatalogue.SymptomFree).Reference.Value < 0.01);

        // With a share of stress that does not depend on the protein some fall ill.
        var partly = plan with { Run = run with { Disease = disease with { Stress = disease.Stress with { ProteinIndependentShare = 0.3 } } } };
        Assert.True(TimingRun.Run(partly).Curve(0, OutcomeCatalogue.SymptomFree).Means[0].Value < 1);
    }

    [Theory]
    [Trait("Evidence", "Invariant")]
    [InlineData(true)]
    [InlineData(false)]
    public void Without_recovery_a_later_start_never_beats_an_earlier_one_in_any_patient(bool knocksDown)
    {
        Treatment drug = knocksDown ? Ideal() : new RateRatioTreatment("slower") { StressRatio = 0.5, DeathRatio = 0.4, RampMonths = 2 };
        var plan = Plan(512, 5203, drug);
        var quantities = plan.Run.Population.Quantities.ToArray();
        quantities[(int)Engine.Population.PatientQuantity.TreatedRecoveryRatePerMonth] = new Engine.Sampling.ConstantDistribution(0);
        var run = TimingArms.Of(plan, plan.Run with { Population = plan.Run.Population with { Quantities = quantities } });
        var courses = new CoursePlan
        {
            Run = run,
            VisitDays = [.. Enumerable.Range(0, 37).Select(month => month * RunPlan.DaysPerMonth)],
            FollowUpDays = 36 * RunPlan.DaysPerMonth,
            Measures = [.. Enumerable.Range(MeasureCatalogue.Healthy, 4), .. Enumerable.Range(MeasureCatalogue.Lost, 4)],
        };
        var table = CourseSimulation.Simulate(courses, 0, 512);
        var compared = 0;
        for (var patient = 0; patient < table.Count; patient++)
        {
            for (var start = 0; start + 1 < Starts.Length; start++)
            {
                var (earlier, later) = (TimingResult.ArmOf(start), TimingResult.ArmOf(start + 1));
                Assert.True(!(table.DeathMonths(earlier, patient) < table.DeathMonths(later, patient)));
                for (var measure = 0; measure < 8; measure++)
                {
                    var early = table.Values(earlier, patient, measure);
                    var late = table.Values(later, patient, measure);
                    for (var month = 0; month < early.Length && !float.IsNaN(late[month]); month++)
                    {
                        // More healthy, fewer lost.
                        Assert.True(measure < 4 ? early[month] >= late[month] : early[month] <= late[month], $"patient {patient}, start {Starts[start]}, measure {measure}, month {month}");
                        compared++;
                    }
                }
            }
        }

        Assert.True(compared > 100_000);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Clamped_starts_are_counted_and_have_no_cost_of_delay()
    {
        var result = TimingRun.Run(Plan(600, 5204, Ideal()) with { OffsetsMonths = [-60, -48, 0, 6] });
        var record = result.Record;
        Assert.True(result.IsClamped(0, 0) && result.IsClamped(0, 1) && !result.IsClamped(0, 2));
        Assert.True(record.Starts(0, 1).ClampedShare > 0.9);
        Assert.Equal(0, record.Starts(0, 3).Clamped);
        Assert.Equal(0, record.Starts(0, 3).QuantileMonths(0.5)!.Value, 1e-9);
        Assert.True(record.Starts(0, 1).QuantileMonths(0.5) > -48);
        var costs = result.Curve(0, 0).CostsOfDelay;
        Assert.True(costs[0] is null && costs[1] is null && costs[2] is not null);
    }

    [Fact]
    [Trait("Evidence", "Statistical")]
    public void Twins_answer_a_question_of_timing_with_far_fewer_patients()
    {
        // The contrast of starts at 12 and 15 months: the same patients with the same chance, the same patients with other chance, other patients.
        var plan = Plan(2000, 5205, Ideal()) with { OffsetsMonths = [12, 15] };
        var rules = plan.Question.Rules;
        var run = TimingArms.Of(plan, plan.Run);
        var (early, late) = (Values(run, rules, 1), Values(run, rules, 2));
        var otherChance = Values(run with { Repetition = 1 }, rules, 2);
        var twins = Variance(early, late);
        var samePatients = Variance(early, otherChance);
        var otherPatients = Variance(early, [.. late.Skip(1), late[0]]);
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
            $"patients for the same standard error, twins 1: same patients with other chance {samePatients / twins:F1}, other patients {otherPatients / twins:F1}"));
        Assert.True(samePatients / twins > 3, $"{samePatients / twins}");
        Assert.True(otherPatients > samePatients);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void The_patient_shown_is_one_of_the_run_and_starts_when_said()
    {
        var view = TimingRun.Run(Plan(300, 5206, Ideal())).View;
        Assert.Equal([null, -6.0, -3, 3, 12], view.Courses.Select(course => course.OffsetMonths));
        Assert.All(view.Courses, course => Assert.InRange(course.Scores.Count, 1, 37));
        Assert.All(view.Courses.Where(course => course is { OffsetMonths: >= 0, StartMonths: not null }), course => Assert.Equal(course.OffsetMonths!.Value, course.StartMonths!.Value, 1e-4));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_trigger_that_comes_with_symptoms_is_the_start_at_symptoms()
    {
        var plan = Plan(300, 5207, Ideal()) with
        {
            Triggers = [new TimingTrigger("symptoms", new TreatmentStart { At = StartAt.SymptomOnset }), new TimingTrigger("emg", new TreatmentStart { At = StartAt.ElectromyographicChange })],
        };
        var result = TimingRun.Run(plan);
        var (symptoms, emg) = (result.Triggers[0].Arm, result.Triggers[1].Arm);
        Assert.Equal(result.Record.Mean(0, TimingResult.ArmOf(2), 0), result.Record.Mean(0, symptoms, 0));
        Assert.Equal(0, result.Record.Starts(0, symptoms).TreatedBeforeSymptoms);
        Assert.Equal(1, result.Record.Starts(0, emg).TreatedBeforeSymptomsShare, 0.02);
        Assert.Equal(1, result.Triggers[1].ProbabilityOfBest);
    }

    private static KnockdownTreatment Ideal() => new("ideal") { Knockdown = 1, RampMonths = 0 };

    private static TimingPlan Plan(int patients, uint seed, Treatment treatment) => new()
    {
        Run = TestScenario.Of(patients, seed) with { Treatments = [treatment] },
        Question = new OutcomeQuestion(1, OutcomeCatalogue.SurvivalMonths, new OutcomeRules { Months = 36 }),
        MovedTreatments = [0],
        Start = new TreatmentStart { At = StartAt.SymptomOnset },
        OffsetsMonths = Starts,
        SmallestBenefit = 1,
    };

    private static double[] Values(RunPlan run, OutcomeRules rules, int arm)
    {
        var values = new double[run.Patients];
        OutcomeRun.RunHere(
            run,
            rules,
            (patient, outcomes) => values[patient] = outcomes.IsEmpty ? double.NaN : outcomes[(arm * OutcomeCatalogue.Count) + OutcomeCatalogue.AlsfrsArea],
            TestContext.Current.CancellationToken);
        return values;
    }

    private static double Variance(double[] first, double[] second)
    {
        var differences = first.Zip(second, (one, other) => one - other).Where(double.IsFinite).ToArray();
        var mean = differences.Average();
        return differences.Sum(difference => (difference - mean) * (difference - mean)) / (differences.Length - 1);
    }
}

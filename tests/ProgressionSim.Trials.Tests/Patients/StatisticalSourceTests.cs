using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.TestKit;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Patients;
using static ProgressionSim.Trials.Tests.Patients.StatisticalPlans;

namespace ProgressionSim.Trials.Tests.Patients;

public sealed class StatisticalSourceTests
{
    private static readonly ArmEffect Control = Effect("control", 0, 1);
    private static readonly ArmEffect Drug = Effect("drug", 0.5, 0.6);

    [Fact]
    public void A_history_without_effect_is_the_control_bit_for_bit()
    {
        var plan = Of(3101, Shared, [Control, Effect("nothing", 0, 1), Drug], TreatmentHistory.Of(0), TreatmentHistory.Of(1), new(0, 1, 5), TreatmentHistory.Of(2));
        var table = Filled(plan, 2000);
        var differ = 0;
        for (var i = 0; i < table.Count; i++)
        {
            foreach (var history in (int[])[1, 2])
            {
                Assert.Equal(table.DeathMonths(0, i), table.DeathMonths(history, i));
                Assert.Equal(table.Values(0, i, 0), table.Values(history, i, 0));
            }

            differ += table.Values(0, i, 0).SequenceEqual(table.Values(3, i, 0)) ? 0 : 1;
        }

        Assert.True(differ > 1900);
    }

    [Fact]
    public void A_switch_changes_nothing_before_it_and_bends_the_line_after_it()
    {
        // The fourth visit, on day 252, lies before the switch at 9 months, which is day 273.9.
        const double At = 9;
        var plan = Of(3102, Shared, [Control, Drug], TreatmentHistory.Of(0), new(0, 1, At));
        var table = Filled(plan, 4000);
        var (died, lived) = (0, 0);
        for (var i = 0; i < table.Count; i++)
        {
            var (control, switched) = (table.Values(0, i, 0), table.Values(1, i, 0));
            Assert.Equal(control[..5], switched[..5]);
            if (table.DeathMonths(0, i) < At)
            {
                Assert.Equal(table.DeathMonths(0, i), table.DeathMonths(1, i));
                died++;
                continue;
            }

            Assert.True(table.DeathMonths(1, i) >= At);
            for (var visit = 5; visit < 7 && !float.IsNaN(control[visit]) && !float.IsNaN(switched[visit]); visit++)
            {
                Assert.Equal(0.5 * (table.VisitMonths(i)[visit] - At), switched[visit] - control[visit], 2e-5);
                lived++;
            }
        }

        Assert.True(died > 100 && lived > 4000);
    }

    [Fact]
    public void Means_and_covariances_of_scores_are_those_of_the_random_line()
    {
        const int Count = 100_000;
        var table = Filled(Of(3103, Immortal, [Control, Drug], TreatmentHistory.Of(0), TreatmentHistory.Of(1)), Count);
        var months = table.VisitMonths(0).ToArray();
        AssertMoments(table, 0, months, 0, Immortal.Correlation);
        AssertMoments(table, 1, months, 0.5, Immortal.Correlation);
        StatAssert.Rejects("intercept and slope without correlation", () => AssertMoments(table, 0, months, 0, 0));
        StatAssert.Rejects("a slope that is 2 % wrong", () => AssertMoments(table, 1, months, 0.49, Immortal.Correlation));
    }

    [Fact]
    public void Survival_without_association_is_Weibull_with_the_arms_hazard_ratio()
    {
        const int Count = 100_000;
        var patients = Shared with { Association = 0, LogHazard = -5.5 };
        var table = Filled(Of(3104, patients, [Control, Drug], TreatmentHistory.Of(0), TreatmentHistory.Of(1), new(0, 1, 12)), Count);
        double Cumulative(double months) => Math.Exp(-5.5) * Math.Pow(months, 1.44);
        foreach (var months in (double[])[1, 6, 12, 24, 48, 59.9])
        {
            StatAssert.Proportion(Alive(0, months), Count, Math.Exp(-Cumulative(months)), "control");
            StatAssert.Proportion(Alive(1, months), Count, Math.Exp(-0.6 * Cumulative(months)), "drug");
            var early = Cumulative(Math.Min(months, 12));
            StatAssert.Proportion(Alive(2, months), Count, Math.Exp(-early - (0.6 * (Cumulative(months) - early))), "drug from month 12 on");
        }

        StatAssert.Rejects("a hazard ratio of 0.62", () => StatAssert.Proportion(Alive(1, 48), Count, Math.Exp(-0.62 * Cumulative(48))));

        long Alive(int history, double months) => Enumerable.Range(0, Count).Count(i => table.DeathMonths(history, i) > months);
    }

    [Fact]
    public void Survival_of_the_shared_parameter_model_is_the_published_models()
    {
        // Facts, section 7D, T5: survival derived there from 40,000 simulated patients and printed to three digits. Both samples err.
        const int Count = 40_000;
        var table = Filled(Of(3105, Shared, [Control], TreatmentHistory.Of(0)), Count);
        foreach (var (months, survival) in ((double, double)[])[(6, 0.966), (12, 0.816), (18, 0.597), (24, 0.441), (36, 0.289)])
        {
            StatAssert.Mean($"survival to month {months}", Alive(months), survival, Math.Sqrt(2 * survival * (1 - survival) / Count), 0.0005);
        }

        StatAssert.Rejects("no dependence on the slope", () => StatAssert.Mean("survival", Alive(12), 0.597, Math.Sqrt(2 * 0.597 * 0.403 / Count)));

        double Alive(double months) => Enumerable.Range(0, Count).Count(i => table.DeathMonths(0, i) > months) / (double)Count;
    }

    [Fact]
    public void Classes_have_their_shares_lines_and_effects()
    {
        const int Count = 60_000;
        PatientClass[] classes =
        [
            Immortal with { Name = "slow", Share = 0.4, SlopeMean = -0.5, SlopeSd = 0, InterceptSd = 0, ResidualSd = 0 },
            Immortal with { Name = "medium", Share = 0.35, SlopeMean = -1.5, SlopeSd = 0, InterceptSd = 0, ResidualSd = 0 },
            Immortal with { Name = "fast", Share = 0.25, SlopeMean = -3, SlopeSd = 0, InterceptSd = 0, ResidualSd = 0 },
        ];
        var patients = new StatisticalPatients(classes, [new("control", [0, 0, 0], [1, 1, 1]), new("drug", [0.5, 0, 0.1], [1, 1, 1])], null, null, false);
        var table = Filled(Of(3106, patients, TreatmentHistory.Of(1)), Count);
        var counts = new int[3];
        for (var i = 0; i < Count; i++)
        {
            var group = table.Subgroup(i);
            counts[group]++;
            var slope = classes[group].SlopeMean + patients.Effects[1].SlopeDifferencePerMonth[group];
            Assert.Equal(38 + (slope * table.VisitMonths(i)[6]), table.Values(0, i, 0)[6], 1e-5);
        }

        for (var group = 0; group < 3; group++)
        {
            StatAssert.Proportion(counts[group], Count, classes[group].Share);
        }
    }

    [Fact]
    public void Scores_stay_on_the_scale_in_whole_points()
    {
        var exact = Of(3107, Immortal, [Control], TreatmentHistory.Of(0));
        var whole = Of(3107, new StatisticalPatients([Immortal], [Control], 0, 48, true), TreatmentHistory.Of(0));
        var (unbounded, bounded) = (Filled(exact, 3000), Filled(whole, 3000));
        var (floor, ceiling) = (0, 0);
        for (var i = 0; i < bounded.Count; i++)
        {
            for (var visit = 0; visit < bounded.Visits; visit++)
            {
                var score = bounded.Values(0, i, 0)[visit];
                Assert.Equal(Math.Clamp(Math.Floor(unbounded.Values(0, i, 0)[visit] + 0.5), 0, 48), score);
                floor += score == 0 ? 1 : 0;
                ceiling += score == 48 ? 1 : 0;
            }
        }

        Assert.True(floor > 0 && ceiling > 100);
    }

    [Fact]
    public void Visits_fall_uniformly_into_their_windows_and_move_the_score_along_the_line()
    {
        const int Count = 20_000;
        var patients = Immortal with { ResidualSd = 0 };
        var plan = Of(3108, patients, [Control], TreatmentHistory.Of(0));
        var onTime = Filled(plan, Count);
        var table = Filled(plan with { VisitWindowDays = 10 }, Count);
        for (var visit = 0; visit < table.Visits; visit++)
        {
            var moved = new double[Count];
            for (var i = 0; i < Count; i++)
            {
                moved[i] = (table.VisitMonths(i)[visit] * RunPlan.DaysPerMonth) - plan.VisitDays[visit];
                var slope = (onTime.Values(0, i, 0)[6] - onTime.Values(0, i, 0)[1]) / onTime.VisitMonths(i)[6];
                Assert.Equal(slope * moved[i] / RunPlan.DaysPerMonth, table.Values(0, i, 0)[visit] - onTime.Values(0, i, 0)[visit], 3e-5);
            }

            if (plan.VisitDays[visit] == 0)
            {
                Assert.All(moved, days => Assert.Equal(0, days));
                continue;
            }

            Assert.All(moved, days => Assert.InRange(days, -10.0001, 10.0001));
            StatAssert.Mean("mean within the window", moved.Average(), 0, Math.Sqrt(100 / 3.0 / Count));
            StatAssert.Variance("place within the window", SampleMoments.Of(moved).Variance, 100 / 3.0, Count, 1e4 / 5);
        }
    }

    [Fact]
    public void The_same_nominal_day_has_the_same_noise_in_every_schedule()
    {
        var plan = Of(3109, Shared, [Control], TreatmentHistory.Of(0));
        var (many, few) = (Filled(plan, 500), Filled(plan with { VisitDays = [0, 252] }, 500));
        for (var i = 0; i < few.Count; i++)
        {
            Assert.Equal([many.Values(0, i, 0)[1], many.Values(0, i, 0)[4]], few.Values(0, i, 0));
        }
    }

    [Fact]
    public void The_dead_and_what_is_not_known_are_missing()
    {
        var plan = Of(3110, Shared, [Control, Drug], TreatmentHistory.Of(0), TreatmentHistory.Of(1), new(0, 1, 6)) with { Measures = [MeasureCatalogue.Svc, MeasureCatalogue.AlsfrsTotal] };
        var table = Filled(plan, 3000);
        var (dead, late) = (0, 0);
        for (var i = 0; i < table.Count; i++)
        {
            Assert.True(table.HasOrigin(i));
            Assert.True(double.IsNaN(table.Quantity(i, PatientQuantity.AgeAtBiologicalOnsetYears)));
            Assert.True(float.IsNaN(table.MonthsFromBiologicalOnset(i)));
            Assert.Equal(float.PositiveInfinity, table.FirstTreatmentMonths(0, i));
            Assert.Equal(0, table.FirstTreatmentMonths(1, i));
            Assert.Equal(table.DeathMonths(2, i) > 6 ? 6 : float.PositiveInfinity, table.FirstTreatmentMonths(2, i));
            for (var history = 0; history < table.Histories; history++)
            {
                var death = table.DeathMonths(history, i);
                Assert.True(float.IsNaN(table.SymptomOnsetMonths(history, i)));
                Assert.All(table.Values(history, i, 0).ToArray(), value => Assert.True(float.IsNaN(value)));
                late += death is > 60 and < float.PositiveInfinity ? 1 : 0;
                for (var visit = 0; visit < table.Visits; visit++)
                {
                    Assert.Equal(table.VisitMonths(i)[visit] >= death, float.IsNaN(table.Values(history, i, 1)[visit]));
                    dead += table.VisitMonths(i)[visit] >= death ? 1 : 0;
                }
            }
        }

        Assert.True(dead > 1000 && late == 0);
    }

    [Fact]
    public void Any_split_on_any_number_of_threads_gives_the_same_bits()
    {
        var plan = Of(3111, Shared, [Control, Drug], TreatmentHistory.Of(0), TreatmentHistory.Of(1)) with { VisitWindowDays = 3 };
        var whole = Filled(plan, 5000);
        var parallel = PatientSources.Simulate(plan, 0, 5000, 3);
        var late = PatientSources.Simulate(plan, 1234, 2100, 1);
        using var source = PatientSources.Create(plan);
        var one = plan.NewTable(7);
        for (var i = 0; i < whole.Count; i++)
        {
            AssertSame(whole, i, parallel, i);
        }

        for (var i = 0; i < late.Count; i += 100)
        {
            AssertSame(whole, 1234 + i, late, i);
            source.Fill(1234 + (uint)i, 1, one);
            AssertSame(whole, 1234 + i, one, 0);
        }
    }

    [Fact]
    public void Progress_is_told_and_work_is_cancelled()
    {
        var plan = Of(3112, Shared, [Control], TreatmentHistory.Of(0));
        long most = 0;
        PatientSources.Simulate(plan, 0, 3000, 1, done => most = Math.Max(most, done));
        Assert.Equal(3000, most);
        Assert.Throws<OperationCanceledException>(() => PatientSources.Simulate(plan, 0, 3000, 1, null, new CancellationToken(true)));
    }

    [Fact]
    public void What_does_not_fit_together_is_refused()
    {
        var plan = Of(3113, Shared, [Control], TreatmentHistory.Of(0));
        Refused(plan with { Histories = [TreatmentHistory.Of(1)] }, "arm that does not exist");
        Refused(plan with { Histories = [new(0, 1, 3)] }, "arm that does not exist");
        Refused(plan with { VisitDays = [0, 7, 7] }, "Visits rise");
        Refused(plan with { VisitDays = [0, 7, 14], VisitWindowDays = 5 }, "do not overlap");
        Refused(plan with { FollowUpDays = 419 }, "Follow-up");
        Refused(Of(1, Shared with { Share = 0.9 }, [Control], TreatmentHistory.Of(0)), "add to 1");
        Refused(Of(1, Shared with { HazardShape = 51 }, [Control], TreatmentHistory.Of(0)), "shape of the hazard");
        Refused(Of(1, Shared, [new ArmEffect("control", [0, 0], [1, 1])], TreatmentHistory.Of(0)), "one number for each class");
        Refused(Of(1, Shared, [new ArmEffect("control", [0], [0])], TreatmentHistory.Of(0)), "above 0");
        using var source = PatientSources.Create(plan);
        Assert.Throws<ArgumentException>(() => source.Fill(0, 1, (plan with { VisitDays = [0] }).NewTable(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TreatmentHistory(0, 1, -1));

        static void Refused(CandidatePlan plan, string why) =>
            Assert.Contains(why, Assert.Throws<ArgumentException>(() => PatientSources.Create(plan)).Message, StringComparison.Ordinal);
    }

    private static void AssertMoments(Engine.Courses.CourseTable table, int history, float[] months, double slopeDifference, double correlation)
    {
        var visits = months.Length;
        var (sd0, sd1) = (Immortal.InterceptSd, Immortal.SlopeSd);
        var means = new double[visits];
        for (var i = 0; i < table.Count; i++)
        {
            for (var visit = 0; visit < visits; visit++)
            {
                means[visit] += table.Values(history, i, 0)[visit] / table.Count;
            }
        }

        double Covariance(int a, int b) => (sd0 * sd0) + (correlation * sd0 * sd1 * (months[a] + months[b])) + (sd1 * sd1 * months[a] * months[b])
            + (a == b ? Immortal.ResidualSd * Immortal.ResidualSd : 0);
        for (var a = 0; a < visits; a++)
        {
            var mean = 38 - (1.06 * months[a]) + (slopeDifference * Math.Max(months[a], 0));
            StatAssert.Mean($"mean at visit {a}", means[a], mean, Math.Sqrt(Covariance(a, a) / table.Count));
            for (var b = 0; b <= a; b++)
            {
                var sum = 0.0;
                for (var i = 0; i < table.Count; i++)
                {
                    var values = table.Values(history, i, 0);
                    sum += (values[a] - means[a]) * (values[b] - means[b]);
                }

                // Variance of a sample covariance of normal variables (Wishart).
                var standardError = Math.Sqrt(((Covariance(a, a) * Covariance(b, b)) + (Covariance(a, b) * Covariance(a, b))) / table.Count);
                StatAssert.Mean($"covariance of visits {a} and {b}", sum / (table.Count - 1), Covariance(a, b), standardError);
            }
        }
    }
}

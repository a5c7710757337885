using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Measures;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Model.Pools;
using ProgressionSim.Model.Treatments;
using ProgressionSim.TestKit;

namespace ProgressionSim.Model.Tests.Treatments;

public sealed unsafe class TimingTests
{
    private const float Never = MilestoneLanes<Lane1>.Never;

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(0f, 7.0, new[] { 0, 2, 4, 8, 12, 16 })]
    [InlineData(3f, 7.0, new[] { 3, 5, 7, 11, 15, 19 })]
    [InlineData(3.5f, 7.0, new[] { 3, 5, 7, 11, 15, 19 })]
    [InlineData(-2.25f, 7.0, new[] { -3, -1, 1, 5, 9, 13 })]
    [InlineData(0.5f, 3.5, new[] { 0, 4, 8, 16, 24, 32 })]
    [InlineData(0f, 5.0, new[] { 0, 2, 5, 11, 16, 22 })]
    public void Doses_fall_into_the_steps_of_their_days(float start, double stepDays, int[] expected)
    {
        // Days 0, 14, 28, then every 28.
        var timing = new DoseTiming(new DoseSchedule { LoadingDays = [0, 14, 28], MaintenanceIntervalDays = 28, MissedDoseProbability = 0 }, stepDays);
        var steps = Doses(timing, -5, expected[^1] + 1, start, Never);
        Assert.Equal(expected, steps);
    }

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(28.0, 7.0, 0f)]
    [InlineData(84.0, 7.0, 11.37f)]
    [InlineData(30.4375, 7.0, 0f)]
    [InlineData(91.0, 3.0, 0.1f)]
    [InlineData(10.0, 7.0, 52.17857f)]
    [InlineData(4.0, 7.0, 1.9f)]
    [InlineData(1.0, 7.0, 0f)]
    [InlineData(5.0, 0.25, 700.3f)]
    public void No_dose_is_lost_or_repeated_in_forty_years(double interval, double stepDays, float start)
    {
        var timing = new DoseTiming(new DoseSchedule { LoadingDays = [0, 3], MaintenanceIntervalDays = interval, MissedDoseProbability = 0 }, stepDays);
        var last = (int)(40 * 365.25 / stepDays);
        var given = Doses(timing, 0, last, start, Never);
        double[] days = [0, 3, .. Enumerable.Range(1, 20_000).Select(j => 3 + (j * interval))];
        var due = days.Select(day => start + (day / stepDays)).Where(at => at < last).ToArray();
        Assert.InRange(given.Length - due.Length, -1, 1);

        // Each in the step its exact time falls in; where that is the border of two steps to rounding, in one of them.
        Assert.All(due.Zip(given), pair => Assert.True(
            pair.Second == (int)Math.Floor(pair.First) || Math.Abs(pair.First - Math.Round(pair.First)) < 1e-4 * Math.Max(1, pair.First / 100), $"{pair}"));
        Assert.All(due.Zip(given), pair => Assert.InRange(pair.Second - pair.First, -1.01, 0.01));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void No_dose_is_given_from_the_stop_on_and_none_without_an_interval_after_the_last()
    {
        var schedule = new DoseSchedule { LoadingDays = [0, 14], MaintenanceIntervalDays = 28, MissedDoseProbability = 0 };
        Assert.Equal([5, 7, 11], Doses(new DoseTiming(schedule, 7), 0, 60, 5, 15));
        Assert.Equal([5, 7, 11, 15], Doses(new DoseTiming(schedule, 7), 0, 60, 5, 15.1f));
        Assert.Equal([5, 7], Doses(new DoseTiming(schedule with { MaintenanceIntervalDays = null }, 7), 0, 60, 5, Never));
        Assert.Empty(Doses(new DoseTiming(schedule, 7), 0, 60, Never, Never));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public unsafe void Escalated_loading_doses_count_their_shares_and_maintenance_doses_are_whole()
    {
        // 20, 40 and 60 mg a fortnight apart towards 120 mg every four weeks; treatment starts at step 5.
        var schedule = new DoseSchedule
        {
            LoadingDays = [0, 14, 28],
            LoadingShares = [20 / 120.0, 40 / 120.0, 60 / 120.0],
            MaintenanceIntervalDays = 28,
            MissedDoseProbability = 0,
        };
        var timing = new DoseTiming(schedule, 7);
        var (start, stop, given, due) = (new Lane1(5), new Lane1(Never), new Lane1(0), new Lane1(0));
        var found = new List<(int Step, float Due)>();
        for (var step = 0; step < 20; step++)
        {
            timing.DosesDue(step, &start, &stop, &given, &due);
            if (*(float*)&due != 0)
            {
                found.Add((step, *(float*)&due));
            }
        }

        Assert.Equal([5, 7, 9, 13, 17], found.Select(dose => dose.Step));
        Assert.All(found.Zip([1 / 6.0, 1 / 3.0, 0.5, 1, 1]), pair => Assert.Equal(pair.Second, pair.First.Due, 1e-6));
        Assert.False((schedule with { LoadingShares = [1, 1] }).IsConsistent);
        Assert.False((schedule with { MissedDoseProbability = 0.1 }).IsConsistent);
    }

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Average_effect_is_the_integral_over_the_step()
    {
        var random = new SplitMix64(0xC2_01);
        for (var i = 0; i < 3000; i++)
        {
            var start = (float)((random.NextUniform() * 40) - 10);
            var stop = i % 3 == 0 ? Never : start + (float)(random.NextUniform() * 30);
            var ramp = i % 4 == 0 ? 0 : (float)(random.NextUniform() * 12);
            var step = random.NextBelow(40);
            var sum = 0.0;
            const int Points = 2000;
            for (var point = 0; point < Points; point++)
            {
                var t = step + ((point + 0.5) / Points);
                sum += t < start || t >= stop ? 0 : ramp == 0 ? 1 : Math.Min(1, (t - start) / ramp);
            }

            var actual = EffectTiming<Lane1>.AverageEffect(step, new Lane1(start), new Lane1(stop), ramp).Value;
            Assert.True(Math.Abs(actual - (sum / Points)) < 8e-4, $"step {step}, start {start}, stop {stop}, ramp {ramp}: {actual} against {sum / Points}");
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Average_effect_is_exact_at_simple_cases()
    {
        static float Average(float step, float start, float stop, float ramp) => EffectTiming<Lane1>.AverageEffect(step, new Lane1(start), new Lane1(stop), ramp).Value;
        Assert.Equal(0, Average(9, 10, Never, 0));
        Assert.Equal(0.75f, Average(10, 10.25f, Never, 0));
        Assert.Equal(1, Average(11, 10.25f, Never, 0));
        Assert.Equal(0.5f, Average(20, 10.25f, 20.5f, 0));
        Assert.Equal(0, Average(21, 10.25f, 20.5f, 0));
        Assert.Equal(0.125f, Average(10, 10, Never, 4));
        Assert.Equal(0.875f, Average(13, 10, Never, 4));
        Assert.Equal(1, Average(14, 10, Never, 4));
        Assert.Equal(0, Average(5, Never, Never, 4));
        Assert.Equal(1, Average(0, -5000, Never, 4));
    }

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(0.0)]
    [InlineData(0.85)]
    public void Toxic_protein_relaxes_exactly_and_drives_the_rates(double knockdown)
    {
        var stepMonths = 7 / 30.4375;
        var plan = TestPlans.Disease();
        var parameters = plan with
        {
            SpontaneousRecoveryRatePerMonth = 0.02,
            Stress = plan.Stress with { ProteinExponent = 1.7 },
            Death = plan.Death with { ProteinIndependentShare = 0.4 },
        };
        var disease = new DiseaseConstants(parameters, stepMonths);
        var effectLanes = stackalloc Lane1[StepEffect<Lane1>.Length];
        var patientLanes = stackalloc Lane1[PatientLanes<Lane1>.Length];
        var (effect, patient) = (new StepEffect<Lane1>(effectLanes), new PatientLanes<Lane1>(patientLanes));
        patient.TreatedRecoveryHazard = new Lane1((float)(0.1 * stepMonths));
        var level = new Lane1(1);
        for (var step = 1; step < 30; step++)
        {
            effect.RemainingProduction = new Lane1((float)(1 - knockdown));
            effect.StressRatio = new Lane1(0.5f);
            effect.DeathRatio = new Lane1(0.25f);
            ToxicProtein<Lane1>.Advance(disease, patient, effect, &level, &level);

            // P(t) = 1 - E + E 2^(-t / half-life), and its mean over the step.
            var rate = Math.Log(2) / 0.75;
            double Integral(double t) => ((1 - knockdown) * t) - (knockdown / rate * Math.Exp(-rate * t));
            var mean = (Integral(step * stepMonths) - Integral((step - 1) * stepMonths)) / stepMonths;
            Assert.Equal(1 - knockdown + (knockdown * Math.Pow(2, -step * stepMonths / 0.75)), level.Value, 2e-6);
            Assert.Equal(0.5 * (0.3 + (0.7 * Math.Pow(mean, 1.7))), effect.StressDrive.Value, 2e-6);
            Assert.Equal(0.4 + (0.6 * mean), effect.ProteinDeathShare.Value, 2e-6);
            Assert.Equal(0.25 * (0.4 + (0.6 * mean)), effect.DeathDrive.Value, 2e-6);
            Assert.Equal((0.02 + (0.1 * (1 - mean))) * stepMonths, effect.RecoveryHazard.Value, 1e-7);
        }
    }

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Decay_over_a_step_is_the_exponential_and_its_mean()
    {
        for (var x = 1e-9; x < 60; x *= 1.07)
        {
            Assert.Equal(Math.Exp(-x), ExponentialDecay.Kept(x), 1e-7 * Math.Exp(-x));
            Assert.Equal(x < 1e-4 ? 1 - (x / 2) : (1 - Math.Exp(-x)) / x, ExponentialDecay.KeptOnAverage(x), 1.5e-7);
        }

        Assert.Equal((1, 1), (ExponentialDecay.Kept(0), ExponentialDecay.KeptOnAverage(0)));
    }

    private static unsafe int[] Doses(DoseTiming timing, int first, int last, float start, float stop)
    {
        var steps = new List<int>();
        Lane1 from = new(start), to = new(stop), given = new(0), due;
        for (var step = first; step < last; step++)
        {
            timing.DosesDue(step, &from, &to, &given, &due);
            for (var dose = 0; dose < due.Value; dose++)
            {
                steps.Add(step);
            }
        }

        return [.. steps];
    }
}

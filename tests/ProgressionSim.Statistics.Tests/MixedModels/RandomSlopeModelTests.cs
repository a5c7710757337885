using ProgressionSim.Statistics.MixedModels;

namespace ProgressionSim.Statistics.Tests.MixedModels;

/// <summary>Invariants, data that hold no answer, wrong shapes, memory.</summary>
public sealed class RandomSlopeModelTests
{
    private const double None = double.NaN;

    private static readonly SimulatedSlopes Trial = new(50, 5, 0.7, 0.25, 1.7, 0.3, 0.1);

    public static TheoryData<string, double[], double[], int[]> WithoutAnswer => new()
    {
        { "one group empty", [5, 4, 3.2, 6, 5, 4.5, 7, 6.1, 5], [0, 1, 2], [0, 0, 0] },
        { "all values alike", [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5], [0, 1, 2], [0, 0, 1, 1] },
        { "every patient on a line of his own", [5.1, 4.4, 3.7, 6.3, 6.2, 6.1, 7, 6.5, 6, 5, 3.7, 2.4], [0, 1, 2], [0, 0, 1, 1] },
        { "everything missing", [None, None, None, None], [0, 1], [0, 1] },
        { "two visits", [5, 4, 6, 5.5, 7, 6, 5, 4.2, 5.5, 5, 6, 4], [0, 1], [0, 0, 0, 1, 1, 1] },
        { "baseline only", [5, None, 6, None, 7, None, 5, None], [0, 1], [0, 0, 1, 1] },
        { "group 1 without a slope", [5, 4, 3.2, 6, 5, 4.7, 7, None, None, 5.5, None, None], [0, 1, 2], [0, 0, 1, 1] },
        { "an infinite value", [5, 4, 3.2, 6, 5, 4.7, 7, double.PositiveInfinity, 6, 5.5, 5, 4.1], [0, 1, 2], [0, 0, 1, 1] },
    };

    [Theory]
    [MemberData(nameof(WithoutAnswer))]
    public void Data_without_an_answer_are_not_estimable(string name, double[] values, double[] times, int[] group)
    {
        foreach (var model in Enum.GetValues<RandomSlopeMeanModel>())
        {
            foreach (var test in Enum.GetValues<RandomSlopeTest>())
            {
                var fit = new RandomSlopeModel(model, test: test).Fit(values, times, group);
                Assert.True(fit.Status == FitStatus.NotEstimable, name);
                Assert.True(double.IsNaN(fit.Estimate) && double.IsNaN(fit.PValue), name);
            }
        }
    }

    [Fact]
    public void Wrong_shapes_are_refused()
    {
        var model = new RandomSlopeModel();
        Assert.Throws<ArgumentException>(() => model.Fit([1, 2, 3], [0, 1], [0, 1]));
        Assert.Throws<ArgumentException>(() => model.Fit([1, 2, 3, 4], [0, 1, 2], [0, 1]));
        Assert.Throws<ArgumentException>(() => model.Fit([1, 2, 3, 4], [0, 1], [0, 2]));
        Assert.Throws<ArgumentException>(() => model.Fit([1, 2, 3, 4], [0, None], [0, 1]));
        Assert.Throws<ArgumentException>(() => model.Fit([1, 2, 3, 4], [0, 1, 0, None], [0, 1]));
        Assert.Throws<ArgumentException>(() => model.Fit([], [], []));
        Assert.Throws<ArgumentException>(() => new RandomSlopeModel(likelihood: RandomSlopeLikelihood.Full, test: RandomSlopeTest.KenwardRoger));
    }

    [Fact]
    public void Units_of_time_and_measurement_and_a_shift_carry_over()
    {
        var values = Trial.Draw(0x51A5, 1);
        var model = new RandomSlopeModel();
        var fit = model.Fit(values, SimulatedSlopes.Times, Trial.Group);
        double[] days = [.. SimulatedSlopes.Times.Select(t => 30 * t)];
        var other = model.Fit([.. values.Select(y => 1000 + (0.1 * y))], days, Trial.Group);
        Numbers.RelativelyClose(fit.Estimate * 0.1 / 30, other.Estimate, 1e-9, "estimate");
        Numbers.RelativelyClose(fit.Components.Slope * 0.01 / 900, other.Components.Slope, 1e-9, "slope variance");
        Numbers.RelativelyClose(1000 + (0.1 * fit.FixedEffects.Intercept), other.FixedEffects.Intercept, 1e-12, "intercept");
        Numbers.RelativelyClose(fit.DegreesOfFreedom, other.DegreesOfFreedom, 1e-9, "degrees of freedom");
        Numbers.RelativelyClose(fit.PValue, other.PValue, 1e-8, "p-value");
    }

    [Fact]
    public void Groups_exchanged_turn_the_sign()
    {
        var values = Trial.Draw(0x51A5, 2);
        var model = new RandomSlopeModel();
        var fit = model.Fit(values, SimulatedSlopes.Times, Trial.Group);
        var other = model.Fit(values, SimulatedSlopes.Times, [.. Trial.Group.Select(g => 1 - g)]);
        Numbers.RelativelyClose(-fit.Estimate, other.Estimate, 1e-9, "estimate");
        Numbers.RelativelyClose(fit.PValue, other.PValue, 1e-8, "p-value");
    }

    [Fact]
    public void Earlier_calls_leave_no_trace()
    {
        var model = new RandomSlopeModel();
        var small = Trial.Draw(0x51A5, 3);
        var first = model.Fit(small, SimulatedSlopes.Times, Trial.Group);
        var larger = Trial with { Patients = 400, MissingShare = 0.3 };
        model.Fit(larger.Draw(0x51A5, 4), SimulatedSlopes.Times, larger.Group);
        Assert.Equal(first, model.Fit(small, SimulatedSlopes.Times, Trial.Group));
    }

    [Fact]
    public void More_visits_than_a_mask_holds_give_the_same_answer_as_own_times()
    {
        const int Visits = 70;
        double[] times = [.. Enumerable.Range(0, Visits).Select(visit => 0.2 * visit)];
        var values = new double[40 * Visits];
        var short7 = (Trial with { Patients = 40 }).Draw(0x51A5, 5);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = i % 10 < 7 ? short7[(i / Visits * 7) + (i % 7)] + (0.3 * Math.Sin(i)) : double.NaN;
        }

        int[] group = [.. Enumerable.Range(0, 40).Select(patient => patient % 2)];
        double[] own = [.. Enumerable.Range(0, values.Length).Select(i => times[i % Visits])];
        var model = new RandomSlopeModel();
        var fit = model.Fit(values, times, group);
        Assert.Equal(FitStatus.Estimated, fit.Status);
        Assert.Equal(fit, model.Fit(values, own, group));
    }

    [Theory]
    [InlineData(RandomSlopeTest.Satterthwaite)]
    [InlineData(RandomSlopeTest.KenwardRoger)]
    public void Repeated_fits_allocate_nothing(RandomSlopeTest test)
    {
        var values = Trial.Draw(0x51A5, 6);
        var group = Trial.Group;
        var model = new RandomSlopeModel(test: test);
        for (var i = 0; i < 200; i++)
        {
            model.Fit(values, SimulatedSlopes.Times, group);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            model.Fit(values, SimulatedSlopes.Times, group);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}

using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Model.Treatments;
using ProgressionSim.TestKit;

namespace ProgressionSim.Model.Tests.Treatments;

public sealed unsafe class IntrathecalTests
{
    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Nusinersen_has_its_published_half_life()
    {
        var hours = HalfLives(TestDrugs.Nusinersen);
        Assert.Equal(162.6, hours[^1] / 24, 0.05);
        Assert.Equal(164.0, HalfLives(Nusinersen(0.133, 0.069, 0.441, 258))[^1] / 24, 0.05);
    }

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Tominersen_has_its_published_half_lives()
    {
        var hours = HalfLives(TestDrugs.Tominersen);
        Assert.Equal(0.97, hours[0], 0.005);
        Assert.Equal(6.4, hours[1], 0.05);
        Assert.Equal(28.1, hours[2] / 24, 0.05);

        // A clearance of the peripheral instead of the lumbar compartment is another drug.
        var wrong = TestDrugs.Tominersen with { Compartments = [new("CSF", 0.0436042, 0), new("peripheral CSF", 0.0517384, 0.0176577), new("tissue", 0.0117556, 0)] };
        Assert.True(Math.Abs(HalfLives(wrong)[1] - 6.4) > 0.05);
    }

    [Theory]
    [Trait("Evidence", "Oracle")]
    [InlineData(28, 2.0, 0.01)]
    [InlineData(56, 1.34, 0.005)]
    [InlineData(84, 1.14, 0.005)]
    public void Repeated_doses_accumulate_as_published(double intervalDays, double expected, double tolerance)
    {
        // Of the terminal phase: the sum of what every dose leaves at the time of the next.
        var (rates, coefficients) = Modes(TestDrugs.Tominersen, 1);
        var slow = Array.IndexOf(rates, rates.Min());
        double Level(double hours) => coefficients[slow] * Math.Exp(-rates[slow] * hours);
        var accumulated = Enumerable.Range(0, 200).Sum(j => Level(24 * intervalDays * j)) / Level(0);
        Assert.Equal(expected, accumulated, tolerance);
    }

    [Theory]
    [Trait("Evidence", "Oracle")]
    [InlineData(1)]
    [InlineData(0.6)]
    [InlineData(1.9)]
    public void Concentration_after_several_doses_is_the_matrix_exponential_s(double clearance)
    {
        foreach (var model in (IntrathecalPharmacokinetics[])[TestDrugs.Nusinersen, TestDrugs.Tominersen, Ring()])
        {
            var (rates, coefficients) = Modes(model, clearance);
            var matrix = Matrix(model, clearance);
            for (var at = 0.0; at < 6000; at += 31.7)
            {
                var (expected, actual) = (0.0, 0.0);
                foreach (var (dose, time) in ((double, double)[])[(100, 0), (60, 336), (100, 672), (120, 3000)])
                {
                    if (time <= at)
                    {
                        expected += dose / model.Compartments[0].VolumeLiters * MatrixExponential.Of(matrix, at - time)[model.EffectCompartment, 0];
                        actual += dose * Enumerable.Range(0, rates.Length).Sum(mode => coefficients[mode] * Math.Exp(-rates[mode] * (at - time)));
                    }
                }

                Assert.Equal(expected, actual, 1e-10 * Math.Max(1, expected));
            }
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void One_compartment_is_a_plain_exponential_and_wrong_lengths_are_refused()
    {
        var (rates, coefficients) = Modes(new() { Compartments = [new("CSF", 0.25, 0.1)], Exchanges = [], EffectCompartment = 0 }, 2);
        Assert.Equal(0.8, rates[0], 1e-15);
        Assert.Equal(4, coefficients[0], 1e-15);
        Assert.Throws<ArgumentException>(() => IntrathecalModes.Find(TestDrugs.Tominersen, 1, new double[2], new double[3]));
    }

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Steps_add_doses_decay_modes_and_look_at_the_middle()
    {
        var (rates, coefficients) = Modes(TestDrugs.Tominersen, 1);
        const double Hours = 168;
        var lanes = stackalloc Lane1[DrugLanes<Lane1>.Length(3)];
        var amplitudes = stackalloc Lane1[3];
        var drug = new DrugLanes<Lane1>(lanes, 3);
        for (var mode = 0; mode < 3; mode++)
        {
            drug.Kept[mode] = new Lane1((float)Math.Exp(-rates[mode] * Hours));
            drug.KeptHalfway[mode] = new Lane1((float)Math.Exp(-rates[mode] * Hours / 2));
            drug.Input[mode] = new Lane1((float)(100 * coefficients[mode]));
            amplitudes[mode] = new Lane1(0);
        }

        var matrix = Matrix(TestDrugs.Tominersen, 1);
        for (var step = 0; step < 60; step++)
        {
            var concentration = AntisenseDrug<Lane1>.Advance(drug, new Lane1(step % 4 == 0 && step < 30 ? 1 : 0), amplitudes).Value;
            var expected = Enumerable.Range(0, 30).Where(k => k % 4 == 0 && k <= step)
                .Sum(k => 100 / 0.0436042 * MatrixExponential.Of(matrix, (step - k + 0.5) * Hours)[2, 0]);
            Assert.Equal(expected, concentration, 3e-6 * expected);
        }
    }

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(0, 1, 0)]
    [InlineData(0.5, 1, 0.4)]
    [InlineData(2, 1, 0.64)]
    [InlineData(2, 2, 0.8 * 16 / 17)]
    [InlineData(0.25, 3, 0.8 * 0.125 / 1.125)]
    [InlineData(1e9, 1.7, 0.8)]
    public void Knock_down_is_the_hill_function(double concentration, double hill, double expected) =>
        Assert.Equal(expected, AntisenseDrug<Lane1>.Knockdown(new Lane1((float)concentration), new Lane1(2), 0.8f, (float)hill).Value, 2e-6);

    private static IntrathecalPharmacokinetics Nusinersen(double clearance, double exchange, double csf, double tissue) => new()
    {
        Compartments = [new("CSF", csf, clearance), new("CNS", tissue, 0)],
        Exchanges = [new(0, 1, exchange)],
        EffectCompartment = 1,
    };

    private static IntrathecalPharmacokinetics Ring() => new()
    {
        Compartments = [new("a", 0.1, 0.02), new("b", 0.3, 0.001), new("c", 1.5, 0), new("d", 0.7, 0.0003)],
        Exchanges = [new(0, 1, 0.03), new(1, 2, 0.004), new(2, 3, 0.01), new(3, 0, 0.002)],
        EffectCompartment = 2,
    };

    private static double[] HalfLives(IntrathecalPharmacokinetics model) => [.. Modes(model, 1).Rates.Select(rate => Math.Log(2) / rate).Order()];

    private static (double[] Rates, double[] Coefficients) Modes(IntrathecalPharmacokinetics model, double clearance)
    {
        var n = model.Compartments.Count;
        var (rates, coefficients) = (new double[n], new double[n]);
        IntrathecalModes.Find(model, clearance, rates, coefficients);
        return (rates, coefficients);
    }

    private static double[,] Matrix(IntrathecalPharmacokinetics model, double clearance)
    {
        var n = model.Compartments.Count;
        var a = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            a[i, i] = -clearance * model.Compartments[i].ClearanceLitersPerHour / model.Compartments[i].VolumeLiters;
        }

        foreach (var exchange in model.Exchanges)
        {
            foreach (var (to, from) in ((int, int)[])[(exchange.First, exchange.Second), (exchange.Second, exchange.First)])
            {
                a[to, to] -= exchange.LitersPerHour / model.Compartments[to].VolumeLiters;
                a[to, from] += exchange.LitersPerHour / model.Compartments[to].VolumeLiters;
            }
        }

        return a;
    }
}

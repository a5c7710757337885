using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Model.Pools;
using ProgressionSim.Model.Transitions;
using ProgressionSim.TestKit;

namespace ProgressionSim.Model.Tests.Transitions;

public sealed unsafe class HazardTests
{
    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Stress_is_the_written_rate_at_the_middle_of_the_half_step()
    {
        var parameters = TestPlans.Disease() with
        {
            MotorUnitTypes = [new("fast", 0.6, 1.3), new("slow", 0.4, 0.5)],
            Stress = TestPlans.Disease().Stress with { SpontaneousRatePerMonth = new(0.01, 0.02, 0.03, 0.04), WithinRegionRatePerMonth = new(0.2, 0.25, 0.3, 0.35), ProteinIndependentShare = 1 },
        };
        var one = new OnePatient(parameters);
        var plain = new PlainRates(parameters, new PlainPatient { ProgressionRate = 1.4, BetweenRegionRate = 0.05 });
        double[] healthy = [500, 300, 600, 77, 400, 200, 390, 0];
        one.Patient.BetweenRegionRate = new Lane1(0.05f);
        for (var pool = 0; pool < 8; pool++)
        {
            one.Before[pool] = new Lane1((float)healthy[pool]);
            one.Patient.StressFactor[pool % 4] = new Lane1((float)(1.4 * parameters.RegionVulnerability[(Region)(pool % 4)] * OnePatient.StepMonths / 2));
        }

        var drive = new Lane1(0.7f);
        StressHazards<Lane1>.Compute(one.Disease, one.Patient, one.Before, &drive, one.Scratch);
        var effect = new PlainEffect(0, 0.7, 1);
        const double Half = OnePatient.StepMonths / 2;
        var middle = new double[8];
        for (var pool = 0; pool < 8; pool++)
        {
            var h = plain.Stress(pool, healthy, 1, effect) * Half;
            middle[pool] = healthy[pool] * (1 - (h / 2) + (h * h / 8));
        }

        for (var pool = 0; pool < 8; pool++)
        {
            var (now, expected) = (plain.Stress(pool, healthy, 1, effect) * Half, plain.Stress(pool, middle, 1, effect) * Half);
            Assert.Equal(expected, one.Scratch[pool].Value, 1e-6 * expected);
            Assert.True(expected > 1.0005 * now);
        }
    }

    [Theory]
    [Trait("Evidence", "Oracle")]
    [InlineData(0.02, 0.06)]
    [InlineData(0.3, 0.1)]
    [InlineData(1.5, 0.02)]
    [InlineData(0, 0.5)]
    public void Leaving_stress_is_competing_risks_to_second_order(double recoveryPerMonth, double deathPerMonth)
    {
        var parameters = TestPlans.Disease() with { Death = TestPlans.Disease().Death with { RatePerMonth = RegionValues.Uniform(deathPerMonth) } };
        var one = new OnePatient(parameters);
        var (delta, rho) = (deathPerMonth * OnePatient.StepMonths, recoveryPerMonth * OnePatient.StepMonths);
        var (drive, recovery) = (new Lane1(1), new Lane1((float)rho));
        LeavingStressHazards<Lane1>.Compute(one.Disease, one.Patient, &drive, &recovery, one.Scratch, one.Scratch + 4);
        var (dies, recovers) = (1 - Math.Exp(-one.Scratch[0].Value), 1 - Math.Exp(-one.Scratch[4].Value));
        var exactDies = (1 - Math.Exp(-(delta + rho))) * delta / (delta + rho);
        var exactRecovers = (1 - Math.Exp(-(delta + rho))) * rho / (delta + rho);
        var third = Math.Pow(delta + rho, 3) + 1e-7;
        Assert.Equal(exactDies, dies, third * 0.5);
        Assert.Equal(exactRecovers, (1 - dies) * recovers, third * 0.5);

        // One after the other with the plain hazards is only first order.
        Assert.True(rho == 0 || Math.Abs(1 - Math.Exp(-delta) - exactDies) > 3 * Math.Abs(dies - exactDies));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Pools_split_regions_exactly_and_the_focus_lies_in_the_region_of_onset()
    {
        var parameters = TestPlans.Disease() with
        {
            MotorNeuronsPerRegion = new(1000, 333, 101, 20_000),
            MotorUnitTypes = [new("a", 0.335, 1), new("b", 0.335, 1), new("c", 0.33, 1)],
            FocusFraction = 0.1,
        };
        var one = new OnePatient(parameters);
        Assert.Equal([335, 112, 34, 6700, 335, 111, 34, 6700, 330, 110, 33, 6600], one.Disease.PoolSizes);
        one.Patient.OnsetRegion = new Lane1((float)Region.Respiratory);
        BiologicalOnset<Lane1>.Write(one.Disease, one.Patient, one.Before);
        for (var pool = 0; pool < 12; pool++)
        {
            // A tenth of 101 is 10 whole neurons, shared out over the three types.
            var focus = pool switch { 2 => 3, 6 => 4, 10 => 3, _ => 0 };
            Assert.Equal(focus, one.Before[one.Layout.Stressed + pool].Value);
            Assert.Equal(one.Disease.PoolSizes[pool] - focus, one.Before[one.Layout.Healthy + pool].Value);
        }

        // A region split into many small pools still has a focus.
        var split = new OnePatient(TestPlans.Disease() with { MotorNeuronsPerRegion = RegionValues.Uniform(100), MotorUnitTypes = [.. Enumerable.Range(0, 10).Select(i => new MotorUnitType($"{i}", 0.1, 1))] });
        Assert.Equal([1, 1, 1, 1], Enumerable.Range(0, 4).Select(region => Enumerable.Range(0, 10).Sum(type => split.Disease.FocusSizes[(4 * type) + region])));
        Assert.Equal((1, 1), (one.Before[one.Layout.Enlargement + 3].Value, one.Before[one.Layout.ToxicProtein].Value));
        Assert.Equal(21_434, one.Disease.TotalNeurons);
    }
}

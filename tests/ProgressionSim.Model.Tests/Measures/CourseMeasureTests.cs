using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Measures;
using ProgressionSim.Model.Parameters;
using ProgressionSim.TestKit;

namespace ProgressionSim.Model.Tests.Measures;

/// <summary>What moves with the course: compensation, function, neurofilament, hazard of death, milestones.</summary>
public sealed unsafe class CourseMeasureTests
{
    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(0.5, 2.0)]
    [InlineData(0.2, 2.9)]
    [InlineData(0.0, 2.9)]
    [InlineData(1.0, 1.0)]
    public void Sprouting_goes_to_its_target_exponentially(double capacity, double target)
    {
        var one = new OnePatient();
        for (var region = 0; region < 4; region++)
        {
            one.SetCounts(one.Before, region, 1000 * capacity, 0);
            one.SetCounts(one.After, region, 1000 * capacity, 0);
        }

        OnePatient.SetAll(one.Before + one.Layout.Enlargement, 1);
        for (var step = 1; step <= 60; step++)
        {
            MotorFunction<Lane1>.Advance(one.Disease, one.Before, one.After);
            var expected = target + ((1 - target) * Math.Exp(-0.5 * OnePatient.StepMonths * step));
            var sigma = one.After[one.Layout.Enlargement + 1].Value;
            Assert.Equal(expected, sigma, 1e-5);
            Assert.Equal(Math.Min(1, capacity * expected), one.After[one.Layout.Function + 1].Value, 1e-5);
            OnePatient.SetAll(one.Before + one.Layout.Enlargement, sigma);
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_maximum_of_one_switches_compensation_off_and_stressed_neurons_count_in_part()
    {
        var one = new OnePatient(TestPlans.Disease() with { Compensation = new() { MaximumEnlargement = 1, RatePerMonth = 5, StressedNeuronFunction = 0.12 } });
        one.SetCounts(one.Before, 0, 600, 300);
        one.SetCounts(one.After, 0, 500, 250);
        OnePatient.SetAll(one.Before + one.Layout.Enlargement, 1);
        MotorFunction<Lane1>.Advance(one.Disease, one.Before, one.After);
        Assert.Equal(1, one.After[one.Layout.Enlargement].Value);
        Assert.Equal(0.53, one.After[one.Layout.Function].Value, 1e-6);
        MotorFunction<Lane1>.Start(one.Disease, one.Before);
        Assert.Equal(0.636, one.Before[one.Layout.Function].Value, 1e-6);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Enlargement_shrinks_when_neurons_recover_and_function_never_exceeds_one()
    {
        var one = new OnePatient();
        one.SetCounts(one.Before, 0, 900, 0);
        one.SetCounts(one.After, 0, 1000, 0);
        OnePatient.SetAll(one.Before + one.Layout.Enlargement, 2);
        MotorFunction<Lane1>.Advance(one.Disease, one.Before, one.After);
        Assert.InRange(one.After[one.Layout.Enlargement].Value, 1f, 1.95f);
        Assert.Equal(1, one.After[one.Layout.Function].Value);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Neurofilament_follows_the_rate_of_loss_to_its_steady_state()
    {
        // Two lost a step of 4,000 and 400 stressed: J = 2 / 4000 / step, leak 0.03 * 0.4 * 0.1. Closed form: exponential approach.
        var one = new OnePatient();
        one.Effect.ProteinDeathShare = new Lane1(0.4f);
        var steady = 500 + (180_000 * ((2.0 / 4000 / OnePatient.StepMonths) + (0.03 * 0.4 * 0.1)));
        var level = 500.0;
        one.Before[one.Layout.Neurofilament] = new Lane1(500);
        for (var step = 0; step < 80; step++)
        {
            for (var region = 0; region < 4; region++)
            {
                one.SetCounts(one.Before, region, 900 - step, 100);
                one.SetCounts(one.After, region, 900 - step - (region < 2 ? 1 : 0), 100);
            }

            Neurofilament<Lane1>.Advance(one.Disease, one.Measures, one.Patient, one.Effect, step, one.Before, one.After);
            level = steady + ((level - steady) * Math.Pow(2, -OnePatient.StepMonths / 1.5));
            Assert.Equal(level, one.After[one.Layout.Neurofilament].Value, 1e-5 * level);
            one.Before[one.Layout.Neurofilament] = one.After[one.Layout.Neurofilament];
        }

        Assert.Equal(steady, level, 0.001 * steady);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Neurofilament_s_norm_rises_with_age()
    {
        var measures = TestPlans.Measures();
        var one = new OnePatient(null, measures with { Neurofilament = measures.Neurofilament with { BaselineRisePerYearOfAge = 0.03 } });
        Assert.Equal(500 * Math.Exp(0.03 * 2), Neurofilament<Lane1>.Norm(one.Measures, one.Patient, (float)(24 / OnePatient.StepMonths)).Value, 1e-3);
        Assert.Equal(500, Neurofilament<Lane1>.Norm(one.Measures, one.Patient, 0).Value);
    }

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(1.0, 1.0, 0)]
    [InlineData(0.0, 1.0, 0)]
    [InlineData(0.3, 0.8, 0)]
    [InlineData(0.3, 0.4, 100)]
    public void Hazard_of_death_is_the_written_function_of_breathing_and_swallowing(double breathing, double bulbar, double step)
    {
        var measures = TestPlans.Measures();
        var one = new OnePatient(null, measures with { Survival = measures.Survival with { BulbarMaximumRatePerMonth = 0.1, BackgroundRisePerYearOfAge = 0.08 } });
        one.Patient.BackgroundHazard = new Lane1((float)(0.0005 * OnePatient.StepMonths));
        one.Before[one.Layout.Function + (int)Region.Respiratory] = new Lane1((float)breathing);
        one.Before[one.Layout.Function + (int)Region.Bulbar] = new Lane1((float)bulbar);
        Survival<Lane1>.WriteHazard(one.Disease, one.Measures, one.Patient, (float)step, one.Before);
        double Weakness(double f) => (Math.Exp(-2.1 * f) - Math.Exp(-2.1)) / (1 - Math.Exp(-2.1));
        var background = 0.0005 * Math.Exp(0.08 * step * OnePatient.StepMonths / 12);
        var expected = (background + (0.41 * Weakness(breathing)) + (0.1 * Weakness(bulbar))) * OnePatient.StepMonths;
        Assert.Equal(expected, one.Before[one.Layout.DeathHazard].Value, 1e-7);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Cumulative_hazard_is_the_trapezoid_and_the_threshold_decides()
    {
        var one = new OnePatient();
        (one.Before[one.Layout.DeathHazard], one.After[one.Layout.DeathHazard]) = (new Lane1(0.25f), new Lane1(0.75f));
        one.Before[one.Layout.CumulativeDeathHazard] = new Lane1(0.5f);
        Survival<Lane1>.Accumulate(one.Layout, one.Before, one.After);
        Assert.Equal(1, one.After[one.Layout.CumulativeDeathHazard].Value);
        Assert.Equal(7, Look(one, 7, 1000, 1, 500).Death.Value);
        one.Patient.DeathThreshold = new Lane1(1.0001f);
        Assert.Equal(MilestoneLanes<Lane1>.Never, Look(one, 8, 1000, 1, 500, clear: true).Death.Value);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Milestones_are_the_first_step_ends_beyond_their_thresholds()
    {
        // Thresholds: affected fraction above 0.08, neurofilament above 1000, function below 0.85.
        var one = new OnePatient();
        var never = MilestoneLanes<Lane1>.Never;
        var found = Look(one, 3, 920, 0.85, 1000, clear: true);
        Assert.Equal((never, never, never, never), (found.ElectromyographicChange.Value, found.NeurofilamentRise.Value, found.SymptomOnset.Value, found.Death.Value));
        Look(one, 4, 919, 0.85, 1000);
        Look(one, 5, 919, 0.85, 1000.1);
        Look(one, 6, 900, 0.8499, 2000);
        found = Look(one, 7, 100, 0.1, 9000);
        Assert.Equal((4, 5, 6, never), (found.ElectromyographicChange.Value, found.NeurofilamentRise.Value, found.SymptomOnset.Value, found.Death.Value));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Nothing_is_dated_after_death_but_much_at_it()
    {
        var one = new OnePatient();
        one.After[one.Layout.CumulativeDeathHazard] = new Lane1(2);
        var found = Look(one, 9, 919, 1, 500, clear: true);
        Assert.Equal((9, 9), (found.Death.Value, found.ElectromyographicChange.Value));
        found = Look(one, 10, 100, 0.1, 9000);
        Assert.Equal((9, 9), (found.Death.Value, found.ElectromyographicChange.Value));
        Assert.Equal((MilestoneLanes<Lane1>.Never, MilestoneLanes<Lane1>.Never), (found.SymptomOnset.Value, found.NeurofilamentRise.Value));
    }

    private static MilestoneLanes<Lane1> Look(OnePatient one, float time, double healthy, double function, double neurofilament, bool clear = false)
    {
        for (var region = 0; region < 4; region++)
        {
            one.SetCounts(one.After, region, region == 2 ? healthy : 1000, 0);
            one.After[one.Layout.Function + region] = new Lane1(region == 1 ? (float)function : 1);
        }

        one.After[one.Layout.Neurofilament] = new Lane1((float)neurofilament);
        if (clear || one.Milestones.Death.Value == 0)
        {
            MilestoneCrossings<Lane1>.Clear(one.Milestones);
        }

        MilestoneCrossings<Lane1>.Look(one.Disease, one.Measures, one.Patient, time, one.After, one.Milestones);
        return one.Milestones;
    }
}

using System.Text.Json;
using ProgressionSim.Statistics.SampleSizes;
using ProgressionSim.TestKit;

namespace ProgressionSim.Statistics.Tests.SampleSizes;

/// <summary>Oracles: R, gsDesign and rpact for events; published power and simulated trials for worst ranks.</summary>
public sealed class EventTests
{
    private static readonly JsonElement Reference = ReferenceData.Json("design_expected.json");

    [Fact]
    public void Events_are_those_of_Schoenfeld_and_Freedman()
    {
        foreach (var expected in Reference.GetProperty("schoenfeld").EnumerateArray())
        {
            var test = new LogRankEvents(expected.GetProperty("hr").GetDouble(), expected.GetProperty("alpha_two_sided").GetDouble() / 2);
            double power = expected.GetProperty("power").GetDouble(), ratio = expected.GetProperty("ratio_treat_to_control").GetDouble();
            var events = expected.GetProperty("events").GetDouble();
            Numbers.Close(events, test.SchoenfeldEvents(power, ratio), 1e-13, "Schoenfeld");
            Numbers.Close(expected.GetProperty("gsDesign_nEvents_schoenfeld").GetDouble(), test.SchoenfeldEvents(power, ratio), 1e-12, "gsDesign");
            Numbers.Close(power, test.SchoenfeldPower(events, ratio), 1e-13, "Schoenfeld power");
            Numbers.Close(power, test.FreedmanPower(test.FreedmanEvents(power, ratio), ratio), 1e-13, "Freedman power");
            if (ReferenceData.NumberOrNull(expected.GetProperty("events_freedman_1to1")) is { } freedman)
            {
                Numbers.Close(freedman, test.FreedmanEvents(power), 1e-13, "Freedman");
            }
        }
    }

    [Fact]
    public void A_trial_with_recruitment_and_dropout_is_that_of_R_and_gsDesign()
    {
        var expected = Reference.GetProperty("accrual_events");
        var trial = new SurvivalTrial(Math.Log(2) / 24, 0.65, 0.01, 12, 24);
        Numbers.Close(expected.GetProperty("prob_event_control").GetDouble(), trial.EventProbability0, 1e-13, "control");
        Numbers.Close(expected.GetProperty("prob_event_treated").GetDouble(), trial.EventProbability1, 1e-13, "treated");
        Numbers.Close(expected.GetProperty("n_total_80").GetDouble(), trial.SampleSize(0.8).Total, 1e-12, "n");
        Numbers.Close(expected.GetProperty("expected_events_n200").GetDouble(), trial.ExpectedEvents(new(100, 100)), 1e-12, "events");
        Numbers.Close(expected.GetProperty("power_n200_schoenfeld").GetDouble(), trial.Power(new(100, 100)), 1e-12, "power");
        var exponential = expected.GetProperty("gsDesign_nSurvival_LachinFoulkes");
        Numbers.Close(exponential.GetProperty("n").GetDouble(), trial.ExponentialSampleSize(0.8).Total, 1e-12, "Lachin-Foulkes");
        Numbers.Close(exponential.GetProperty("events").GetDouble(), trial.ExpectedEvents(trial.ExponentialSampleSize(0.8)), 1e-12, "its events");
        Numbers.Close(0.8, trial.ExponentialPower(trial.ExponentialSampleSize(0.8, 2)), 1e-13, "its power, 2:1");
        Numbers.Close(0.8, trial.Power(trial.SampleSize(0.8, 2)), 1e-13, "power, 2:1");
    }

    [Fact]
    public void Recruitment_at_once_is_the_limit_of_fast_recruitment()
    {
        Numbers.Close(1 - Math.Exp(-0.6), SurvivalTrial.EventProbability(0.05, 0, 0, 12), 1e-15, "at once");
        Numbers.Close(SurvivalTrial.EventProbability(0.05, 0.02, 0, 12), SurvivalTrial.EventProbability(0.05, 0.02, 1e-9, 12), 1e-9, "fast");
        Assert.Equal(0, SurvivalTrial.EventProbability(0, 0.02, 3, 12));
    }

    [Theory]
    [InlineData(50, 0.355)]
    [InlineData(75, 0.498)]
    [InlineData(100, 0.620)]
    [InlineData(130, 0.735)]
    [InlineData(170, 0.843)]
    [InlineData(200, 0.896)]
    [InlineData(300, 0.977)]
    public void Worst_rank_power_is_that_of_Matsouaka_and_Betensky(int patients, double expected)
    {
        var power = Published().Power(new(patients, patients));
        Assert.Equal(expected, power, 0.00051);
    }

    [Fact]
    public void Worst_rank_power_is_that_of_simulated_trials()
    {
        // Unequal groups, hazards, and deviations; the normal approximation of the rank sum's distribution is good to about 0.005 here.
        const int Trials = 20_000, N0 = 60, N1 = 110;
        var design = new WorstRankPower(0.05, 0.03, 12, -10, -7, 6, 8);
        var random = new SplitMix64(4103);
        var rejected = 0;
        var values = new (double Value, bool One)[N0 + N1];
        for (var trial = 0; trial < Trials; trial++)
        {
            for (var i = 0; i < values.Length; i++)
            {
                var one = i >= N0;
                var death = random.NextExponential() / (one ? 0.03 : 0.05);
                var angle = Math.Cos(2 * Math.PI * random.NextUniform()) * Math.Sqrt(2 * random.NextExponential());
                values[i] = (death < 12 ? -1000 + death : (one ? -7 : -10) + ((one ? 8 : 6) * angle), one);
            }

            Array.Sort(values, (a, b) => a.Value.CompareTo(b.Value));
            long sum = 0;
            for (var i = 0; i < values.Length; i++)
            {
                sum += values[i].One ? i + 1 : 0;
            }

            var wins = sum - (N1 * (N1 + 1) / 2.0) - (N0 * N1 / 2.0);
            rejected += wins / Math.Sqrt(N0 * N1 * (N0 + N1 + 1) / 12.0) > 1.959963984540054 ? 1 : 0;
        }

        var power = design.Power(new(N0, N1));
        StatAssert.Mean("power", (double)rejected / Trials, power, Math.Sqrt(power * (1 - power) / Trials), 0.005);
        Numbers.Close(0.9, design.Power(design.SampleSize(0.9, 2)), 1e-12, "size");
    }

    [Fact]
    public void Without_deaths_or_without_survivors_the_win_probability_is_plain()
    {
        Numbers.Close(0.5, new WorstRankPower(0.1, 0.1, 9, -3, -3, 2, 2).WinProbability, 1e-15, "no effect");
        Numbers.Close(0.05 / 0.08, new WorstRankPower(0.05, 0.03, 1e5, 0, 0, 1, 1).WinProbability, 1e-14, "all die");
        var alive = new WorstRankPower(0, 0, 12, 0, 1, 1, 1);
        Numbers.Close(MathNet.Numerics.Distributions.Normal.CDF(0, 1, 1 / Math.Sqrt(2)), alive.WinProbability, 1e-15, "none dies");
        Assert.Equal(double.PositiveInfinity, new WorstRankPower(0.1, 0.1, 9, -3, -3, 2, 2).SampleSize(0.8).Group0);

        // No effect: the variance is that of the null, so the one-sided level comes out, up to the null's exact finite form.
        Numbers.Close(0.025, new WorstRankPower(0.1, 0.1, 9, -3, -3, 2, 2).Power(new(70, 40)), 1e-10, "level");
    }

    [Fact]
    public void Impossible_input_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LogRankEvents(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LogRankEvents(-0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LogRankEvents(0.5).SchoenfeldPower(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SurvivalTrial(0.1, 0.5, 0, 13, 12));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SurvivalTrial(0.1, 0.5, -1, 3, 12));
        Assert.Throws<ArgumentOutOfRangeException>(() => Published().Power(new(0.5, 10)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorstRankPower(0.1, 0.1, 0, 0, 0, 1, 1));
    }

    private static WorstRankPower Published() => new(Math.Log(2) / 24, Math.Log(2) / 30, 18, -1.1 * 18, -1.1 * 18 * 0.75, 9.1, 9.1);
}

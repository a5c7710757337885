using ProgressionSim.Trials.Analyses;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Patients;
using ProgressionSim.Trials.Power;
using ProgressionSim.Trials.Tests.Conduct;

namespace ProgressionSim.Trials.Tests.Power;

public sealed class TrialSimulationTests
{
    private static readonly RecruitmentPlan Half = new()
    {
        RatePerMonth = 10,
        Screening = [new ScreeningRule([[new MeasureCondition(TestDesigns.Total, Comparison.Below, 38)]])],
    };

    private static readonly TrialDesign Looks = TestDesigns
        .Statistical(1501, 80, TestDesigns.Declining with { LogHazard = Math.Log(0.03) }, 0.5, 0.7, TestDesigns.Endpoint(AnalysisMethod.TTest), TestDesigns.Endpoint(AnalysisMethod.LogRank))
        .WithLosses() with
    {
        Recruitment = Half,
        Interim = new InterimRule { Looks = [0.35, 0.7, 1], Futility = new FutilityRule(0.2, SpendingFunction.Pocock, 0, 0) },
    };

    [Fact]
    public void A_bank_that_is_too_small_is_refused_with_the_smallest_that_will_do()
    {
        var error = Assert.Throws<TrialNotFeasibleException>(() => new TrialSimulation(Looks with { PatientBank = 500 }, 80, 2));
        var needed = PatientBank.SmallestSize(new TrialSimulation(Looks, 80, 2).CandidatesPerTrial);
        Assert.Contains($"at least {needed}", error.Message, StringComparison.Ordinal);
        Assert.True(new TrialSimulation(Looks with { PatientBank = (int)needed }, 80, 2).BankSlices >= 10);
        Assert.Throws<TrialNotFeasibleException>(() => new TrialSimulation(Looks with { PatientBank = (int)needed - 1 }, 80, 2));
        Assert.True(TrialSimulation.WithRoom(Looks with { PatientBank = 500 }, 80, 2, null, CancellationToken.None).Design.PatientBank >= needed);
    }

    [Fact]
    public void A_trial_for_which_nobody_is_eligible_is_refused()
    {
        var rule = new ScreeningRule([[new MeasureCondition(TestDesigns.Total, Comparison.Above, 500)]]);
        var error = Assert.Throws<TrialNotFeasibleException>(() => new TrialSimulation(Looks with { Recruitment = Half with { Screening = [rule] } }, 80, 2));
        Assert.Contains("eligible", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_share_of_eligible_candidates_is_told_and_trials_find_enough()
    {
        // Baseline scores are normal with mean 38: half of them lie below.
        var simulation = new TrialSimulation(Looks, 80, 2);
        TestKit.StatAssert.Proportion((long)Math.Round(simulation.EligibleShare * 4096), 4096, 0.5, "eligible share");
        Assert.DoesNotContain(true, simulation.Run(80, 0, 300, [Hypothesis.Alternative], primaryOnly: true, "test")[0].RanOut);
    }

    [Fact]
    public void More_virtual_patients_than_numbers_are_refused()
    {
        var simulation = new TrialSimulation(Looks, 80, 2);
        var most = (uint)((1UL << 32) / (ulong)simulation.CandidatesPerTrial);
        Assert.Throws<TrialNotFeasibleException>(() => simulation.Run(80, most - 3, 4, [Hypothesis.Alternative], primaryOnly: true, "test"));
        Assert.Equal(1, simulation.Run(80, most - 1, 1, [Hypothesis.Alternative], primaryOnly: true, "test")[0].Replicates);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(8000)]
    public void Results_do_not_depend_on_threads_and_a_replay_shows_what_a_run_recorded(int? bank)
    {
        var design = Looks with { PatientBank = bank };
        var (one, many) = (new TrialSimulation(design, 80, 1), new TrialSimulation(design, 80, 3));
        var expected = one.Run(80, 40, 70, [Hypothesis.Alternative, Hypothesis.Null], primaryOnly: false, "test");
        var found = many.Run(80, 40, 70, [Hypothesis.Alternative, Hypothesis.Null], primaryOnly: false, "test");
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(expected[i].Effects, found[i].Effects);
            Assert.Equal(expected[i].Z, found[i].Z);
            Assert.Equal(expected[i].Decisions, found[i].Decisions);
            Assert.Equal(expected[i].LookMonths, found[i].LookMonths);
            Assert.Equal(expected[i].Screened, found[i].Screened);
            Assert.Equal(expected[i].MissedVisits, found[i].MissedVisits);
            Assert.Equal(expected[i].ArmDeaths, found[i].ArmDeaths);
        }

        foreach (var (row, hypothesis) in ((int, Hypothesis)[])[(0, Hypothesis.Alternative), (33, Hypothesis.Alternative), (12, Hypothesis.Null), (69, Hypothesis.Null)])
        {
            var outcomes = found[(int)hypothesis];
            var data = one.Replay((uint)(40 + row), 80, hypothesis);
            var look = outcomes.LastLooks[row];
            var cut = look == 2 ? double.PositiveInfinity : outcomes.LookMonths[look][row] + 1e-6;
            for (var endpoint = 0; endpoint < 2; endpoint++)
            {
                var again = new EndpointAnalyser(design, design.Endpoints[endpoint], data).Analyse(data, 80, 1, cut);
                Assert.Equal(outcomes.Effects[endpoint][row], again.Effect);
                Assert.Equal(outcomes.Z[endpoint][row], again.Z);
            }
        }
    }

    [Fact]
    public void Looks_come_when_their_share_has_completed_died_or_left()
    {
        var simulation = new TrialSimulation(Looks, 80, 2);
        var outcomes = simulation.Run(80, 0, 200, [Hypothesis.Alternative], primaryOnly: true, "test")[0];
        var stopped = new int[3];
        for (var row = 0; row < 200; row++)
        {
            var data = simulation.Replay((uint)row, 80, Hypothesis.Alternative);
            var ends = data.All().Select(patient => data.EntryMonths[patient]
                + Math.Min(Math.Max(52 * 7 / 30.4375, data.Month(patient, 4)), Math.Min(data.DeathMonths[patient], data.DropoutMonths[patient]))).Order().ToArray();
            var last = outcomes.LastLooks[row];
            stopped[last]++;
            var z = new double[3];
            foreach (var (look, share) in ((int, int)[])[(0, 28), (1, 56), (2, 80)])
            {
                var month = ends[share - 1];
                Assert.Equal(look <= last ? month : double.NaN, outcomes.LookMonths[look][row]);
                Assert.Equal(look <= last ? data.EntryMonths.Count(entry => entry <= month) : double.NaN, outcomes.LookRandomised[look][row]);
                z[look] = new EndpointAnalyser(Looks, Looks.Endpoints[0], data).Analyse(data, 80, 1, look == 2 ? double.PositiveInfinity : month + 1e-6).Z;
            }

            // The first look that decides is the last one.
            var bounds = new LookBounds(Looks);
            Assert.Equal(Enumerable.Range(0, 3).First(look => bounds.Decide(look, [z[look]]) is not null), last);
            Assert.Equal(bounds.Decide(last, [z[last]]), outcomes.Decisions[row]);
            Assert.Equal(outcomes.LookMonths[last][row], outcomes.DurationMonths[row]);
            var entered = (int)outcomes.LookRandomised[last][row];
            Assert.Equal(entered, outcomes.Randomised[row]);
            Assert.Equal(data.EntryMonths[entered - 1], outcomes.RecruitmentMonths[row]);
            var end = last == 2 ? double.PositiveInfinity : outcomes.DurationMonths[row];
            Assert.Equal(
                data.All().Take(entered).Count(patient => data.DeathMonths[patient] + data.EntryMonths[patient] <= end + 1e-6 && data.DeathMonths[patient] < data.DropoutMonths[patient]
                    && double.IsFinite(data.DeathMonths[patient])),
                outcomes.ArmDeaths[0][row] + outcomes.ArmDeaths[1][row]);
        }

        Assert.All(stopped, count => Assert.True(count > 10));
    }

    [Fact]
    public void Without_interim_looks_there_is_one_look_when_the_last_patient_has_finished()
    {
        var design = Looks with { Interim = null };
        var simulation = new TrialSimulation(design, 80, 2);
        var outcomes = simulation.Run(80, 0, 20, [Hypothesis.Null], primaryOnly: true, "test")[0];
        for (var row = 0; row < 20; row++)
        {
            var data = simulation.Replay((uint)row, 80, Hypothesis.Null);
            var ends = data.All().Select(patient => data.EntryMonths[patient]
                + Math.Min(Math.Max(52 * 7 / 30.4375, data.Month(patient, 4)), Math.Min(data.DeathMonths[patient], data.DropoutMonths[patient])));
            Assert.Equal(ends.Max(), outcomes.DurationMonths[row]);
            Assert.Equal(data.Screened, outcomes.Screened[row]);
            Assert.Equal(data.MissedVisits, outcomes.MissedVisits[row]);
            Assert.Equal(80, outcomes.Randomised[row]);
        }
    }

    [Fact]
    public void A_spread_larger_than_planned_takes_more_patients_and_a_smaller_one_no_fewer()
    {
        var plain = TestDesigns.Statistical(1502, 60, TestDesigns.Declining, 0.4, 1, TestDesigns.Endpoint(AnalysisMethod.TTest));
        foreach (var planned in (double[])[100, 7, 1])
        {
            var design = plain with { Reestimation = new SampleSizeReestimation(0.5, planned, 150) };
            var simulation = new TrialSimulation(design, 60, 2);
            var outcomes = simulation.Run(60, 0, 40, [Hypothesis.Alternative], primaryOnly: true, "test")[0];
            for (var row = 0; row < 40; row++)
            {
                // Half of 60 have finished when the 30th has.
                var data = simulation.Replay((uint)row, 150, Hypothesis.Alternative);
                var cut = data.EntryMonths[29] + data.Month(29, 4) + 1e-6;
                var changes = Enumerable.Range(0, 30).Select(patient => data.Score(patient, 4) - data.Score(patient, 0)).ToArray();
                var mean = changes.Average();
                var variance = changes.Sum(change => (change - mean) * (change - mean)) / 29;
                var expected = Math.Clamp((int)Math.Ceiling(60 * variance / (planned * planned)), 60, 150);
                Assert.Equal(expected, outcomes.Randomised[row]);
                var final = new EndpointAnalyser(design, design.Endpoints[0], data).Analyse(data, expected, 1, double.PositiveInfinity);
                Assert.Equal(final.Z, outcomes.Z[0][row]);
                Assert.True(cut < outcomes.DurationMonths[row]);
            }
        }
    }
}

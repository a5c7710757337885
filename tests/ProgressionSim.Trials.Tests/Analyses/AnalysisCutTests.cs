using ProgressionSim.Engine.Recording;
using ProgressionSim.Statistics;
using ProgressionSim.TestKit;
using ProgressionSim.Trials.Analyses;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Tests.Conduct;

namespace ProgressionSim.Trials.Tests.Analyses;

public sealed class AnalysisCutTests
{
    private static readonly EventDefinition Any = new(
        "any", true, true, true, [new MeasureCondition(TestDesigns.Change, Comparison.AtMost, -12)]);

    /// <summary>All analyses there are.</summary>
    public static TheoryData<AnalysisMethod> Methods => [.. Enum.GetValues<AnalysisMethod>()];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Nothing_that_lies_after_the_cut_changes_an_analysis(AnalysisMethod method)
    {
        foreach (var afterRescue in Enum.GetValues<RescueHandling>())
        {
            foreach (var definition in (EventDefinition[])[TestDesigns.Death, Any])
            {
                var endpoint = TestDesigns.Endpoint(method, 3) with { AfterRescue = afterRescue };
                endpoint = endpoint with
                {
                    Event = endpoint.Event is null ? null : definition,
                    Deaths = definition == Any && endpoint.Event is null ? DeathHandling.Zero : DeathHandling.Missing,
                };
                var design = Eventful(1101, endpoint);
                var data = TrialRuns.Run(design, 3);
                var analyser = new EndpointAnalyser(design, endpoint, data);
                foreach (var cut in (double[])[14, 18.5, 23, 27])
                {
                    var expected = analyser.Analyse(data, data.Patients, 1, cut);
                    var other = TrialRuns.Run(design, 3);
                    Disturb(other, cut, new SplitMix64(1102, (ulong)(cut * 10)));
                    Assert.Equal(expected, new EndpointAnalyser(design, endpoint, other).Analyse(other, other.Patients, 1, cut));
                }

                Assert.Equal(FitStatus.Estimated, analyser.Analyse(data, data.Patients, 1, 27).Status);

                // And the disturbance is one that the end of the trial sees.
                var disturbed = TrialRuns.Run(design, 3);
                Disturb(disturbed, 18.5, new SplitMix64(1103));
                Assert.NotEqual(
                    analyser.Analyse(data, data.Patients, 1, double.PositiveInfinity), analyser.Analyse(disturbed, disturbed.Patients, 1, double.PositiveInfinity));
            }
        }
    }

    [Fact]
    public void A_cut_after_everything_sees_what_the_end_sees()
    {
        foreach (var method in Enum.GetValues<AnalysisMethod>())
        {
            var endpoint = TestDesigns.Endpoint(method);
            var design = Eventful(1104, endpoint);
            var data = TrialRuns.Run(design);
            var analyser = new EndpointAnalyser(design, endpoint, data);
            Assert.Equal(analyser.Analyse(data, data.Patients, 1, double.PositiveInfinity), analyser.Analyse(data, data.Patients, 1, data.EntryMonths[^1] + 13));
        }
    }

    [Fact]
    public void What_follows_rescue_and_open_label_is_left_out_where_so_declared()
    {
        var endpoint = TestDesigns.Endpoint(AnalysisMethod.JointRank);
        var design = Eventful(1105, endpoint);
        var data = TrialRuns.Run(design);
        var (rescued, opened) = (0, 0);
        foreach (var leaveOut in (bool[])[false, true])
        {
            var cut = new AnalysisCut(design, endpoint with { AfterRescue = leaveOut ? RescueHandling.LeaveOut : RescueHandling.Use }, []);
            var input = cut.NewInput(data.Capacity);
            cut.Fill(data, data.Patients, 1, double.PositiveInfinity, input);
            Assert.Equal(data.Patients, input.Count);
            foreach (var patient in data.All())
            {
                var (rescue, open) = leaveOut ? (data.RescueMonths[patient], data.OpenLabelMonths[patient]) : (double.PositiveInfinity, double.PositiveInfinity);
                for (var visit = 0; visit < 5; visit++)
                {
                    var isOut = data.Month(patient, visit) > rescue || design.Visits.Weeks[visit] * 7 / 30.4375 > open + 1e-9;
                    Assert.Equal(isOut ? double.NaN : data.Score(patient, visit), input.Values[(patient * 5) + visit]);
                }

                // Death is seen up to dropout, the switch or the end of follow-up, whichever is first.
                var end = Math.Max(52 * 7 / 30.4375, data.Month(patient, 4));
                var until = new[] { end, data.DropoutMonths[patient], rescue, open }.Min();
                var hasEvent = data.DeathMonths[patient] <= until;
                Assert.Equal((hasEvent ? data.DeathMonths[patient] : until, hasEvent), (input.EventMonths[patient], input.HasEvent[patient]));
                rescued += double.IsFinite(data.RescueMonths[patient]) ? 1 : 0;
                opened += double.IsFinite(data.OpenLabelMonths[patient]) ? 1 : 0;
            }
        }

        Assert.True(rescued > 20 && opened > 20);
    }

    [Fact]
    public void Measurements_after_the_endpoints_own_event_have_no_part_in_it()
    {
        var endpoint = TestDesigns.Endpoint(AnalysisMethod.JointRank) with { Event = new EventDefinition("rescue", false, true, false, []) };
        var design = Eventful(1106, endpoint) with { OpenLabel = null };
        var data = TrialRuns.Run(design);
        var cut = new AnalysisCut(design, endpoint, []);
        var input = cut.NewInput(data.Capacity);
        cut.Fill(data, data.Patients, 1, double.PositiveInfinity, input);
        foreach (var patient in data.All())
        {
            for (var visit = 0; visit < 5; visit++)
            {
                // The visit that leads to rescue is the last that counts.
                var expected = data.Month(patient, visit) <= data.RescueMonths[patient] ? data.Score(patient, visit) : double.NaN;
                Assert.Equal(expected, input.Values[(patient * 5) + visit]);
            }
        }
    }

    [Fact]
    public void The_dead_count_as_0_only_where_declared_and_only_when_their_death_is_known()
    {
        foreach (var vitalStatus in (bool[])[false, true])
        {
            var endpoint = TestDesigns.Endpoint(AnalysisMethod.TTest) with { Deaths = DeathHandling.Zero };
            var eventful = Eventful(1107, endpoint);
            var design = eventful with { Dropout = new DropoutRule { RatePerMonth = eventful.Dropout.RatePerMonth, VitalStatusKnown = vitalStatus } };
            var data = TrialRuns.Run(design);
            var cut = new AnalysisCut(design, endpoint, []);
            var input = cut.NewInput(data.Capacity);
            cut.Fill(data, data.Patients, 1, double.PositiveInfinity, input);
            foreach (var patient in data.All())
            {
                var (death, left) = (data.DeathMonths[patient], data.DropoutMonths[patient]);
                var isDead = death <= data.Month(patient, 4) && (vitalStatus || death < left);
                Assert.Equal((isDead ? 0 : data.Score(patient, 4)) - data.Score(patient, 0), input.Final[patient]);
            }
        }
    }

    [Fact]
    public void Responders_and_worst_ranks_are_told_among_those_whose_visit_is_due()
    {
        foreach (var method in (AnalysisMethod[])[AnalysisMethod.Fisher, AnalysisMethod.WorstRank, AnalysisMethod.LogRank])
        {
            var endpoint = TestDesigns.Endpoint(method, 3);
            var design = Eventful(1108, endpoint);
            var data = TrialRuns.Run(design);
            var cut = new AnalysisCut(design, endpoint, []);
            var input = cut.NewInput(data.Capacity);
            cut.Fill(data, data.Patients, 1, 15, input);
            var entered = data.All().Count(patient => data.EntryMonths[patient] < 15);
            var due = data.All().Count(patient => data.EntryMonths[patient] + data.Month(patient, 3) <= 15);
            Assert.True(due > 20 && due < entered);
            Assert.Equal(method == AnalysisMethod.LogRank ? entered : due, input.Count);
        }
    }

    [Fact]
    public void Only_the_control_and_the_arm_asked_for_are_seen_and_only_the_patients_that_count()
    {
        var endpoint = TestDesigns.Endpoint(AnalysisMethod.TTest);
        var design = Eventful(1109, endpoint) with
        {
            Arms = [new("placebo", 0, 1), new("low", 1, 1), new("high", 1, 2)],
            Dropout = new DropoutRule { RatePerMonth = [0, 0, 0] },
        };
        var data = TrialRuns.Run(design);
        var cut = new AnalysisCut(design, endpoint, []);
        var input = cut.NewInput(data.Capacity);
        cut.Fill(data, 80, 2, double.PositiveInfinity, input);
        Assert.Equal(data.Arms[..80].Where(arm => arm != 1).Select(arm => arm / 2), input.Group[..input.Count]);
    }

    /// <summary>A trial in which everything happens: windows, missed visits, dropout, death, rescue and open label.</summary>
    private static TrialDesign Eventful(uint seed, Endpoint endpoint)
    {
        var patients = TestDesigns.Declining with { LogHazard = Math.Log(0.02) };
        return TestDesigns.Statistical(seed, 160, patients, 0.5, 0.6, endpoint) with
        {
            Dropout = new DropoutRule { RatePerMonth = [0.02, 0.02], HazardRatioPerPointLost = 1.02 },
            Visits = new VisitSchedule { Weeks = [0, 13, 26, 39, 52], WindowDays = 10, MissedProbability = 0.05 },
            Rescue = new RescueRule(80, [new MeasureCondition(TestDesigns.Change, Comparison.AtMost, -8)], 1),
            OpenLabel = new OpenLabelRule(39, 1),
        };
    }

    /// <summary>Makes everything after a calendar time something else: measurements, events, times of visits, and whoever comes later.</summary>
    private static void Disturb(TrialData data, double cut, SplitMix64 random)
    {
        var values = data.ValuesOf(MeasureCatalogue.AlsfrsTotal);
        foreach (var patient in data.All())
        {
            var window = cut - data.EntryMonths[patient];
            double After(double month) => month > window ? (random.NextUniform() < 0.5 ? double.PositiveInfinity : Math.Max(0, window) + random.NextExponential()) : month;
            data.DeathMonths[patient] = After(data.DeathMonths[patient]);
            data.DropoutMonths[patient] = After(data.DropoutMonths[patient]);
            data.RescueMonths[patient] = After(data.RescueMonths[patient]);

            // When open label begins is no chance; whether a patient is still there for it is.
            data.OpenLabelMonths[patient] = data.OpenLabelMonths[patient] > window && random.NextUniform() < 0.5 ? double.PositiveInfinity : data.OpenLabelMonths[patient];
            data.SymptomOnsetMonths[patient] = After(data.SymptomOnsetMonths[patient]);
            for (var visit = 0; visit < data.Visits; visit++)
            {
                var at = (patient * data.Visits) + visit;
                if (data.VisitMonths[at] > window && (visit > 0 || window <= 0))
                {
                    values[at] = random.NextUniform() < 0.3 ? double.NaN : 48 * random.NextUniform();
                    data.VisitMonths[at] += visit == 0 ? 0 : 0.01 * random.NextUniform();
                }
            }

            if (window <= 0)
            {
                (data.Arms[patient], data.Strata[patient]) = (random.NextBelow(2), 0);
            }
        }
    }
}

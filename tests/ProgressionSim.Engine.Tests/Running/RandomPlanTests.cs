using System.Globalization;
using ProgressionSim.Engine.Random;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Parameters;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Running;

/// <summary>Any plan gives the same record at every width.</summary>
public sealed class RandomPlanTests(ITestOutputHelper output)
{
    private const int ShortPlans = 60;
    private const int LongPlans = 1000;

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public void Every_width_gives_the_record_of_one_lane(int lanes) => Compare(lanes, 0x9A_0000, ShortPlans);

    [Theory]
    [Trait("Evidence", "Exact")]
    [Trait("Category", "Long")]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public void Every_width_gives_the_record_of_one_lane_in_hundreds_of_plans(int lanes) => Compare(lanes, 0x9B_0000, LongPlans);

    /// <summary>Keeps the plans above from becoming trivial: what they are meant to reach, they reach.</summary>
    [Fact]
    [Trait("Evidence", "Invariant")]
    public void The_plans_meet_every_kind_of_treatment_start_and_course()
    {
        var met = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < ShortPlans; i++)
        {
            var plan = Plan(0x9A_0000, i);
            foreach (var what in Describe(plan, Records.OfLanes(plan, 1)).Distinct(StringComparer.Ordinal))
            {
                met[what] = met.GetValueOrDefault(what) + 1;
            }
        }

        output.WriteLine(string.Join('\n', met.Select(pair => $"{pair.Key}: {pair.Value}")));
        string[] expected =
        [
            .. Enum.GetNames<ReportOrigin>().Select(origin => $"origin {origin}"),
            .. Enum.GetNames<StartAt>().SelectMany(at => (string[])[$"start before {at}", $"start from {at}"]),
            nameof(KnockdownTreatment), nameof(RateRatioTreatment), nameof(AntisenseTreatment),
            "1 types", "2 types", "3 types", "4 types", "arm stops", "treatment stops", "missed doses", "subgroups", "correlations", "step below a day", "step above 14 days",
            "deaths", "nobody dies", "a region is lost", "a pool of one neuron or none", "somebody is treated", "somebody has no origin", "everybody has an origin",
        ];
        Assert.Empty(expected.Except(met.Keys, StringComparer.Ordinal));

        // Most plans must have patients to look at.
        Assert.True(met["patients"] >= ShortPlans * 2 / 3);
        Assert.True(met["deaths"] >= ShortPlans / 3 && met["a region is lost"] >= ShortPlans / 6);
    }

    /// <summary>A difference of one neuron, once in the life of one of 48 patients, is seen. The end of step 12 is the last before month 3.</summary>
    [Fact]
    [Trait("Evidence", "Exact")]
    public void One_neuron_more_in_one_draw_of_one_patient_is_rejected()
    {
        var plan = TestRuns.Rich(48, 1951) with { ReportFrom = ReportOrigin.BiologicalOnset, MonthsBeforeOrigin = 0 };
        Assert.NotNull(Records.Difference(Records.OfLanes(plan, 1), Records.Of<Lane1, OneNeuronMore>(plan)));
    }

    private static RunPlan Plan(ulong series, int number)
    {
        var seed = series + (ulong)number;
        return RandomPlans.Make(seed, new SplitMix64(seed).Whole(40, 70));
    }

    private static void Compare(int lanes, ulong series, int plans)
    {
        Assert.SkipUnless(Records.Supports(lanes), $"no {lanes} lanes here");
        Parallel.For(0, plans, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            var plan = Plan(series, i);
            var difference = Records.Difference(Records.OfLanes(plan, 1), Records.OfLanes(plan, lanes));
            Assert.True(difference is null, string.Create(CultureInfo.InvariantCulture, $"plan 0x{series + (ulong)i:X} of {plan.Patients} patients, 1 and {lanes} lanes: {difference}"));
        });
    }

    private static IEnumerable<string> Describe(RunPlan plan, RunRecord record)
    {
        // Treatments of arms in which none is ever begun do not count.
        var used = plan.Arms.Index().Where(arm => Total(record, arm.Index, CourseMilestone.TreatmentStart) > 0).SelectMany(arm => arm.Item.Treatments).ToArray();
        var kinds = used.Select(use => plan.Treatments[use.TreatmentIndex]).ToArray();
        var lost = plan.Disease.MotorNeuronsPerRegion;
        var shares = plan.Disease.MotorUnitTypes.Min(type => type.Share);
        var emptied = record.Arms.Any(arm => Enum.GetValues<Region>().Any(region =>
            Enumerable.Range(0, arm.Alive.Length).Any(month => arm.Histogram(month, MeasureCatalogue.Lost + (int)region)[^1] > 0)));
        IEnumerable<(string What, bool Met)> found =
        [
            ($"origin {plan.ReportFrom}", record.Patients > 0),
            ($"{plan.Disease.MotorUnitTypes.Count} types", true),
            ("arm stops", used.Any(use => use.StopAfterMonths is not null)),
            ("treatment stops", kinds.Any(kind => kind.StopAfterMonths is not null)),
            ("missed doses", kinds.OfType<AntisenseTreatment>().Any(kind => kind.Schedule.MissedDoseProbability > 0)),
            ("subgroups", plan.Population.Subgroups.Count > 0),
            ("correlations", plan.Population.Correlations.Count > 0),
            ("step below a day", plan.StepDays < 1),
            ("step above 14 days", plan.StepDays > 14),
            ("patients", record.Patients > 5),
            ("deaths", Total(record, 0, CourseMilestone.Death) > 0),
            ("nobody dies", record.Patients > 0 && Total(record, 0, CourseMilestone.Death) == 0),
            ("a region is lost", emptied),
            ("a pool of one neuron or none", shares * new[] { lost.Bulbar, lost.Cervical, lost.Respiratory, lost.Lumbosacral }.Min() < 1.5),
            ("somebody is treated", used.Length > 0),
            ("somebody has no origin", record.WithoutOrigin > 0 && record.Patients > 0),
            ("everybody has an origin", record.WithoutOrigin == 0),
        ];
        return
        [
            .. found.Where(item => item.Met).Select(item => item.What),
            .. used.Select(use => $"start {(use.Start.OffsetMonths < 0 ? "before" : "from")} {use.Start.At}"),
            .. kinds.Select(kind => kind.GetType().Name),
        ];
    }

    private static long Total(RunRecord record, int arm, CourseMilestone milestone) => record.Arms[arm].Milestones[(int)milestone].Total;

    /// <summary>Wrong on purpose: patient 37 has one more cervical neuron stressed in step 12.</summary>
    private readonly unsafe struct OneNeuronMore : ITransitionSampler<Lane1>
    {
        public static void Prepare(RandomStream stream, uint step, uint draw, uint* patients, uint* words) =>
            BinomialTransitions<Lane1>.Prepare(stream, step, draw, patients, words);

        public static void DrawRegions(in RandomStream stream, uint step, uint draw, uint* patients, uint* words, Lane1* counts, Lane1* hazards, Lane1* drawn)
        {
            BinomialTransitions<Lane1>.DrawRegions(in stream, step, draw, patients, words, counts, hazards, drawn);
            if (*patients == 37 && step == 12 && draw == 0 && drawn[1].Value < counts[1].Value)
            {
                drawn[1] += new Lane1(1);
            }
        }
    }
}

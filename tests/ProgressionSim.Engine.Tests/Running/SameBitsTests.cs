using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Running;

/// <summary>The record depends on the plan alone: not on threads, order of work or width.</summary>
public sealed class SameBitsTests
{
    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(16)]
    public void Any_number_of_threads_gives_the_same_record(int threads)
    {
        var plan = TestRuns.Rich((17 * Simulation.ChunkPatients) + 8, 1901);
        Assert.Null(Records.Difference(Simulation.Run(plan, 1).Record, Simulation.Run(plan, threads).Record));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Chunks_in_reverse_order_on_two_workers_give_the_same_record()
    {
        var plan = TestRuns.Rich(500, 1902);
        var shape = Simulation.ShapeOf(plan);
        using var even = new SimulationWorker<Lane1, BinomialTransitions<Lane1>>(plan, shape);
        using var odd = new SimulationWorker<Lane1, BinomialTransitions<Lane1>>(plan, shape);
        for (var chunk = 3; chunk >= 0; chunk--)
        {
            (chunk % 2 == 0 ? even : odd).Simulate(chunk * 128, Math.Min(128, 500 - (chunk * 128)));
        }

        odd.Record.Merge(even.Record);
        Assert.Null(Records.Difference(Simulation.Run(plan, 1).Record, odd.Record));
    }

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(8, 1, 1903u)]
    [InlineData(4, 131, 1904u)]
    [InlineData(8, 131, 1904u)]
    [InlineData(8, 600, 1905u)]
    [InlineData(16, 1, 1903u)]
    [InlineData(16, 131, 1904u)]
    [InlineData(16, 600, 1905u)]
    public void Every_width_gives_the_record_of_one_lane_with_a_partial_last_block(int lanes, long patients, uint seed)
    {
        Assert.SkipUnless(Records.Supports(lanes), $"no {lanes} lanes here");
        var plan = TestRuns.Rich(patients, seed);
        var one = Records.OfLanes(plan, 1);
        Assert.Null(Records.Difference(one, Records.OfLanes(plan, lanes)));
        Assert.Equal(patients, one.Patients + one.WithoutOrigin);
    }

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public void Every_width_gives_the_record_of_one_lane_from_any_origin(int lanes)
    {
        Assert.SkipUnless(Records.Supports(lanes), $"no {lanes} lanes here");
        foreach (var origin in Enum.GetValues<ReportOrigin>())
        {
            var plan = TestRuns.Rich(90, 1906) with { ReportFrom = origin, MonthsBeforeOrigin = origin == ReportOrigin.BiologicalOnset ? 0 : 6 };
            Assert.Null(Records.Difference(Records.OfLanes(plan, 1), Records.OfLanes(plan, lanes)));
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Another_seed_or_patient_gives_another_record()
    {
        var plan = TestRuns.Rich(64, 1907);
        var record = Simulation.Run(plan).Record;
        Assert.NotNull(Records.Difference(record, Simulation.Run(plan with { Seed = 1908 }).Record));
        Assert.NotNull(Records.Difference(record, Simulation.Run(plan with { Patients = 63 }).Record));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void More_patients_months_or_arms_leave_the_first_ones_as_they_are()
    {
        var plan = TestRuns.Rich(RecordShape.ExamplePatients, 1909);
        var record = Simulation.Run(plan).Record;
        var longer = Simulation.Run(plan with { Patients = 40, HorizonMonths = 30, MonthsBeforeOrigin = 14, Arms = [plan.Arms[0], plan.Arms[4]] }).Record;
        var seen = 0;
        for (var patient = 0; patient < RecordShape.ExamplePatients; patient++)
        {
            for (var month = 0; month < record.Shape.Grid.Months.Length; month++)
            {
                for (var measure = 0; measure < MeasureCatalogue.Count; measure++)
                {
                    var value = record.Example(patient, 0, month, measure);
                    Assert.Equal(value, longer.Example(patient, 0, month + 2, measure));
                    Assert.Equal(record.Example(patient, 4, month, measure), longer.Example(patient, 1, month + 2, measure));
                    seen += float.IsNaN(value) ? 0 : 1;
                }
            }
        }

        Assert.True(seen > 5000, $"{seen}");
    }
}

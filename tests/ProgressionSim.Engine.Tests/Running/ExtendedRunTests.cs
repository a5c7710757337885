using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Running;

/// <summary>Exact: a run that goes on with more patients is the run with all of them, wherever it was cut.</summary>
public sealed class ExtendedRunTests
{
    private static readonly RunPlan Plan = TestPlans.Varied(700, 11) with { HorizonMonths = 12, RecordedMeasures = [MeasureCatalogue.AlsfrsTotal] };

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(256)]
    [InlineData(300)]
    [InlineData(700)]
    [Trait("Evidence", "Exact")]
    public void Going_on_gives_the_record_of_one_run(long first)
    {
        var earlier = Simulation.Run(Plan with { Patients = first }, threads: 2);
        var extended = Simulation.Extend(earlier, Plan.Patients, threads: 2);
        Assert.Null(Records.Difference(Simulation.Run(Plan, threads: 1).Record, extended.Record));
        Assert.Equal(Plan, extended.Plan);
        Assert.True(extended.ElapsedSeconds > earlier.ElapsedSeconds, "The time is that of both.");
        Assert.Null(Records.Difference(Simulation.Run(earlier.Plan, threads: 1).Record, earlier.Record));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Progress_counts_the_earlier_patients()
    {
        var told = new List<long>();
        Simulation.Extend(Simulation.Run(Plan with { Patients = 256 }), 700, threads: 1, told.Add);
        Assert.Equal([512, 700], told);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Fewer_patients_than_before_are_refused()
    {
        var earlier = Simulation.Run(Plan);
        Assert.Throws<ArgumentOutOfRangeException>(() => Simulation.Extend(earlier, 699));
    }
}

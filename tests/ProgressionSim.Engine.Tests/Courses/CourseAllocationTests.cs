using System.Runtime;
using ProgressionSim.Engine.Courses;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Courses;

/// <summary>A simulator that has filled a table allocates nothing to fill it again.</summary>
public sealed class CourseAllocationTests
{
    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public void No_memory_is_allocated_per_patient(int lanes)
    {
        Assert.SkipUnless(Records.Supports(lanes), $"no {lanes} lanes here");
        foreach (var rule in EnrolmentTests.Rules.Append(null))
        {
            var plan = TestCourses.Rich(3501);
            plan = plan with { Run = plan.Run with { Enrolment = rule } };
            var table = plan.NewTable(64);
            using var worker = TestCourses.Worker(plan, lanes);
            Fill(worker, table, 0);
            Assert.Equal(0, Allocated(() => Fill(worker, table, 64)));
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_table_more_is_seen()
    {
        var plan = TestCourses.Rich(3501);
        Assert.InRange(Allocated(() => GC.KeepAlive(plan.NewTable(1))), 1000, 100_000);
    }

    private static void Fill(ICourseWorker worker, CourseTable table, uint first)
    {
        table.Hold(first, table.Capacity);
        worker.Fill(table, 0, table.Capacity);
    }

    private static long Allocated(Action action)
    {
        // A background collection may count what is left of the thread's allocation buffer, up to 8 kB, as allocated; a blocking one does not.
        var latency = GCSettings.LatencyMode;
        GCSettings.LatencyMode = GCLatencyMode.Batch;
        try
        {
            GC.Collect();
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
        finally
        {
            GCSettings.LatencyMode = latency;
        }
    }
}

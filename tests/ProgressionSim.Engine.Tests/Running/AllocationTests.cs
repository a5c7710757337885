using System.Runtime;
using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Random;
using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Running;

/// <summary>A worker that has simulated some patients allocates nothing for further ones: memory stays flat however many there are.</summary>
public sealed class AllocationTests
{
    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public void No_memory_is_allocated_per_patient_with_every_kind_of_treatment(int lanes)
    {
        Assert.SkipUnless(Records.Supports(lanes), $"no {lanes} lanes here");
        var plan = TestRuns.Rich(2000, 2005);
        var few = new Subgroup("few", 0.3, new Dictionary<PatientQuantity, Distribution> { [PatientQuantity.ProgressionRate] = LogNormalDistribution.FromMedianAndCv(2, 0.3) });
        plan = plan with
        {
            Population = plan.Population with { Subgroups = [few], Correlations = [new(PatientQuantity.ProgressionRate, PatientQuantity.DiagnosticDelayMonths, -0.4)] },
        };
        Assert.Equal(0, Allocated(plan, lanes, warmUp: 64, patients: 256));
    }

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public void No_memory_is_allocated_per_patient_of_random_plans(int lanes)
    {
        Assert.SkipUnless(Records.Supports(lanes), $"no {lanes} lanes here");
        for (ulong seed = 0xA1_0000; seed < 0xA1_0018; seed++)
        {
            var bytes = Allocated(RandomPlans.Make(seed, 2000), lanes, warmUp: 32, patients: 32);
            Assert.True(bytes == 0, $"plan 0x{seed:X}: {bytes} bytes");
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void One_object_in_a_patient_is_rejected() => Assert.InRange(Allocated<Lane1, OneObject>(TestRuns.Rich(2000, 2006), 16, 16), 24, 1000);

    private static long Allocated(RunPlan plan, int lanes, int warmUp, int patients) => lanes switch
    {
        16 => Allocated<Lane16, BinomialTransitions<Lane16>>(plan, warmUp, patients),
        8 => Allocated<Lane8, BinomialTransitions<Lane8>>(plan, warmUp, patients),
        4 => Allocated<Lane4, BinomialTransitions<Lane4>>(plan, warmUp, patients),
        _ => Allocated<Lane1, BinomialTransitions<Lane1>>(plan, warmUp, patients),
    };

    private static long Allocated<T, TSampler>(RunPlan plan, int warmUp, int patients)
        where T : unmanaged, ILanes<T>
        where TSampler : ITransitionSampler<T>
    {
        using var worker = new SimulationWorker<T, TSampler>(plan, Simulation.ShapeOf(plan));
        worker.Simulate(0, warmUp);

        // The largest chunk so far sets the memory of a batch; a run's chunks are all alike.
        worker.Simulate(warmUp + patients, patients);

        // A background collection may count what is left of the thread's allocation buffer, up to 8 kB, as allocated; a blocking one does not.
        var latency = GCSettings.LatencyMode;
        GCSettings.LatencyMode = GCLatencyMode.Batch;
        try
        {
            GC.Collect();
            var before = GC.GetAllocatedBytesForCurrentThread();
            worker.Simulate(warmUp, patients);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
        finally
        {
            GCSettings.LatencyMode = latency;
        }
    }

    /// <summary>Wrong on purpose: allocates once for patient 20.</summary>
    private readonly unsafe struct OneObject : ITransitionSampler<Lane1>
    {
        public static void Prepare(RandomStream stream, uint step, uint draw, uint* patients, uint* words) =>
            BinomialTransitions<Lane1>.Prepare(stream, step, draw, patients, words);

        public static void DrawRegions(in RandomStream stream, uint step, uint draw, uint* patients, uint* words, Lane1* counts, Lane1* hazards, Lane1* drawn)
        {
            if (*patients == 20 && step == 0 && draw == 0)
            {
                GC.KeepAlive(new object());
            }

            BinomialTransitions<Lane1>.DrawRegions(in stream, step, draw, patients, words, counts, hazards, drawn);
        }
    }
}

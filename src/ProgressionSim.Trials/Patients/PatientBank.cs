using ProgressionSim.Engine.Courses;
using ProgressionSim.Engine.Random;

namespace ProgressionSim.Trials.Patients;

/// <summary>Candidates simulated once, from whom all trials are drawn: each trial without replacement from one slice.</summary>
/// <remarks>
/// A trial on its own has the distribution of one with fresh candidates; trials of one slice share candidates and are correlated, those of different slices
/// are independent. Thread-safe once made; scratch belongs to one thread.
/// </remarks>
public sealed class PatientBank
{
    private const int MinimumSlices = 10;
    private const int MaximumSlices = 40;

    private readonly uint seed;

    private PatientBank(CourseTable courses, int slices, uint seed) => (Courses, Slices, this.seed) = (courses, slices, seed);

    /// <summary>Courses of all candidates, numbers 0 up: the same bits as those of fresh candidates with the same numbers.</summary>
    public CourseTable Courses { get; }

    /// <summary>Number of slices, 10 to 40.</summary>
    public int Slices { get; }

    /// <summary>Smallest bank that does for trials of some size.</summary>
    /// <param name="candidatesPerTrial">Most candidates that one trial needs, at least 1.</param>
    public static long SmallestSize(int candidatesPerTrial)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(candidatesPerTrial, 1);
        return (long)MinimumSlices * candidatesPerTrial;
    }

    /// <summary>Simulates a bank on all cores. The result does not depend on their number.</summary>
    /// <param name="plan">The candidates.</param>
    /// <param name="size">Number of candidates, at least <see cref="SmallestSize"/>.</param>
    /// <param name="candidatesPerTrial">Most candidates that one trial needs; there are as many slices of at least so many as fit, up to 40.</param>
    /// <param name="threads">Number of threads; at least 1, null for all cores.</param>
    /// <param name="progress">Told the number of candidates done from time to time, from any thread and possibly out of order; null for nobody.</param>
    /// <param name="cancellation">Stops after the work under way.</param>
    /// <exception cref="ArgumentException">The bank is too small, or as for <see cref="PatientSources.Simulate"/>.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static PatientBank Simulate(
        CandidatePlan plan, int size, int candidatesPerTrial, int? threads = null, Action<long>? progress = null, CancellationToken cancellation = default)
    {
        var smallest = SmallestSize(candidatesPerTrial);
        if (size < smallest)
        {
            throw new ArgumentException($"A bank of {size} candidates is too small for trials of {candidatesPerTrial}: at least {smallest} are needed.", nameof(size));
        }

        var slices = Math.Min(MaximumSlices, size / candidatesPerTrial);
        return new PatientBank(PatientSources.Simulate(plan, 0, size, threads, progress, cancellation), slices, plan.Seed);
    }

    /// <summary>Slice that a trial draws from.</summary>
    /// <param name="replicate">Number of the trial.</param>
    public int SliceOf(uint replicate) => (int)(replicate % (uint)Slices);

    /// <summary>The candidates of a slice: a first one and how many follow it in order. Sizes of slices differ by at most 1.</summary>
    /// <param name="slice">Slice, from 0.</param>
    public (int First, int Count) CandidatesOf(int slice)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)slice, (uint)Slices, nameof(slice));
        var first = FirstOf(slice);
        return (first, FirstOf(slice + 1) - first);
    }

    /// <summary>Memory for drawing; one a thread.</summary>
    public BankScratch NewScratch() => new((int)(((long)Courses.Count + Slices - 1) / Slices));

    /// <summary>
    /// Draws a trial's candidates from its slice in random order, without replacement. Depends on seed and replicate alone; asking for more gives the same ones
    /// and then others. Takes time for those drawn only.
    /// </summary>
    /// <param name="replicate">Number of the trial.</param>
    /// <param name="candidates">Receives places in <see cref="Courses"/>; at most as many as the slice holds.</param>
    /// <param name="scratch">Memory of this thread, from <see cref="NewScratch"/>.</param>
    /// <exception cref="ArgumentException">More candidates than the slice holds.</exception>
    public void Draw(uint replicate, Span<int> candidates, BankScratch scratch)
    {
        var (first, count) = CandidatesOf(SliceOf(replicate));
        if (candidates.Length > count || scratch.Order.Length < count)
        {
            throw new ArgumentException($"The slice holds {count} candidates.", nameof(candidates));
        }

        // Fisher and Yates: place i gets one of those not drawn yet. The order is put back afterwards, last exchange first.
        var stream = new RandomStream(seed, StreamPurpose.BankOrder, replicate);
        var (order, taken) = (scratch.Order, scratch.Taken);
        for (var i = 0; i < candidates.Length; i++)
        {
            var bits = Philox.Block(stream, (uint)i, 0, 0);
            var from = i + (int)Math.BigMul(((ulong)bits.Word0 << 32) | bits.Word1, (ulong)(count - i), out _);
            taken[i] = from;
            (order[i], order[from]) = (order[from], order[i]);
            candidates[i] = first + order[i];
        }

        for (var i = candidates.Length - 1; i >= 0; i--)
        {
            (order[i], order[taken[i]]) = (order[taken[i]], order[i]);
        }
    }

    private int FirstOf(int slice) => (int)((long)slice * Courses.Count / Slices);
}

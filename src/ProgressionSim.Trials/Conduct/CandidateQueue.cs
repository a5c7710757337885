using ProgressionSim.Engine.Courses;
using ProgressionSim.Trials.Patients;

namespace ProgressionSim.Trials.Conduct;

/// <summary>
/// The candidates of a trial in the order in which they come: simulated for it alone, or drawn from a bank. Each trial's number alone decides who they are, however
/// many were asked for before. One belongs to one thread.
/// </summary>
internal sealed class CandidateQueue : IDisposable
{
    // The first chunk is what most trials need at least; sorting by pace within it makes the engine faster.
    private const int ChunkCandidates = 128;

    private readonly CandidatePlan plan;
    private readonly PatientBank? bank;
    private readonly IPatientSource? source;
    private readonly List<CourseTable> chunks = [];
    private readonly int[] drawn;
    private readonly BankScratch? scratch;
    private uint trial;
    private bool begun;
    private int filled;

    /// <summary>Candidates simulated for each trial alone.</summary>
    /// <param name="plan">What decides their courses.</param>
    /// <param name="candidatesPerTrial">Most candidates of a trial.</param>
    public CandidateQueue(CandidatePlan plan, int candidatesPerTrial)
    {
        (this.plan, PerTrial) = (plan, candidatesPerTrial);
        source = PatientSources.Create(plan);
        drawn = [];
    }

    /// <summary>Candidates drawn from a bank.</summary>
    /// <param name="plan">What decided their courses.</param>
    /// <param name="candidatesPerTrial">Most candidates of a trial.</param>
    /// <param name="bank">The bank.</param>
    public CandidateQueue(CandidatePlan plan, int candidatesPerTrial, PatientBank bank)
    {
        (this.plan, PerTrial, this.bank) = (plan, candidatesPerTrial, bank);
        drawn = new int[candidatesPerTrial];
        scratch = bank.NewScratch();
    }

    /// <summary>Most candidates of a trial.</summary>
    public int PerTrial { get; }

    /// <summary>Turns to a trial.</summary>
    /// <param name="replicate">Its number.</param>
    public void Begin(uint replicate)
    {
        if (begun && trial == replicate)
        {
            return;
        }

        (trial, begun, filled) = (replicate, true, 0);
        bank?.Draw(replicate, drawn, scratch!);
    }

    /// <summary>A candidate of the trial.</summary>
    /// <param name="number">0 to <see cref="PerTrial"/> - 1, in order of arrival.</param>
    public Candidate this[int number]
    {
        get
        {
            if (bank is not null)
            {
                return new Candidate(bank.Courses, drawn[number]);
            }

            while (filled * ChunkCandidates <= number)
            {
                FillNext();
            }

            return new Candidate(chunks[number / ChunkCandidates], number % ChunkCandidates);
        }
    }

    public void Dispose() => source?.Dispose();

    private void FillNext()
    {
        if (filled == chunks.Count)
        {
            chunks.Add(new CourseTable(ChunkCandidates, plan.Histories.Count, plan.VisitDays.Count, plan.Measures.Count));
        }

        var first = ((ulong)trial * (ulong)PerTrial) + (ulong)(filled * ChunkCandidates);
        var count = Math.Min(ChunkCandidates, PerTrial - (filled * ChunkCandidates));
        source!.Fill(checked((uint)first), count, chunks[filled]);
        filled++;
    }
}

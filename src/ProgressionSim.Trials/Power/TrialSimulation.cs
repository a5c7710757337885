using System.Diagnostics;
using ProgressionSim.Engine.Running;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Patients;

namespace ProgressionSim.Trials.Power;

/// <summary>A design made ready for simulation: its treatment histories, how many candidates a trial needs, and its bank of patients.</summary>
public sealed class TrialSimulation
{
    private const int PilotCandidates = 4096;
    private const int MostTrialsPerChunk = 16;
    private const int LeastChunks = 64;

    private readonly TrialMeasures measures;
    private readonly HistoryCatalogue histories;
    private readonly CandidatePlan plan;
    private readonly LookBounds bounds;
    private readonly int? threads;
    private readonly Action<TrialProgress>? progress;
    private readonly CancellationToken cancellation;
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private PatientBank? bank;

    /// <summary>Makes a design ready: finds the share of eligible candidates and fills the bank, if it has one.</summary>
    /// <param name="design">The design.</param>
    /// <param name="largestPatients">Largest number of patients that trials will randomise.</param>
    /// <param name="threads">Number of threads; null for all cores. Results do not depend on it.</param>
    /// <param name="progress">Told how far the work is, from any thread; null for nobody.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="TrialNotFeasibleException">Nobody is eligible, or the bank is too small.</exception>
    public TrialSimulation(
        TrialDesign design, int largestPatients, int? threads = null, Action<TrialProgress>? progress = null, CancellationToken cancellation = default)
    {
        Design = design;
        (this.threads, this.progress, this.cancellation) = (threads, progress, cancellation);
        measures = new TrialMeasures(design);
        histories = new HistoryCatalogue(design);
        bounds = new LookBounds(design);
        plan = PlanOf(design, histories.Histories, design.Visits.Weeks, measures);
        EligibleShare = FindEligibleShare();
        LargestPatients = Math.Max(largestPatients, design.Reestimation?.MaximumPatients ?? 0);
        CandidatesPerTrial = CandidatesFor(LargestPatients);
        if (design.PatientBank is { } size)
        {
            FillBank(size);
        }
    }

    /// <summary>Makes a design ready for trials of any size up to a largest; a bank too small for them grows, its first patients staying the same.</summary>
    /// <param name="design">The design.</param>
    /// <param name="largestPatients">Largest number of patients that trials will randomise.</param>
    /// <param name="threads">Number of threads; null for all cores.</param>
    /// <param name="progress">Told how far the work is; null for nobody.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="TrialNotFeasibleException">Nobody is eligible.</exception>
    public static TrialSimulation WithRoom(
        TrialDesign design, int largestPatients, int? threads, Action<TrialProgress>? progress, CancellationToken cancellation)
    {
        if (design.PatientBank is not { } size)
        {
            return new TrialSimulation(design, largestPatients, threads, progress, cancellation);
        }

        // The share of eligible candidates is known after a preparation that needs no bank.
        var pilot = new TrialSimulation(design with { PatientBank = null }, largestPatients, threads, null, cancellation);
        var needed = PatientBank.SmallestSize(pilot.CandidatesPerTrial);
        if (needed > TrialDesign.MaximumBank)
        {
            throw new TrialNotFeasibleException(
                $"Trials of {largestPatients} patients may need {pilot.CandidatesPerTrial} candidates each, and a bank for them {needed}, more than {TrialDesign.MaximumBank}. Widen trial.recruitment.screening, or set trial.patientBank to null.");
        }

        return new TrialSimulation(design with { PatientBank = (int)Math.Max(size, needed) }, largestPatients, threads, progress, cancellation);
    }

    /// <summary>The design.</summary>
    public TrialDesign Design { get; }

    /// <summary>Share of candidates who are eligible, from a pilot of 4,096.</summary>
    public double EligibleShare { get; }

    /// <summary>Largest number of patients that trials may randomise.</summary>
    public int LargestPatients { get; }

    /// <summary>Most candidates of a trial.</summary>
    public int CandidatesPerTrial { get; }

    /// <summary>Number of slices of the bank; 0 when every trial has patients of its own.</summary>
    public int BankSlices => bank?.Slices ?? 0;

    /// <summary>Time since the preparation began, seconds.</summary>
    internal double ElapsedSeconds => watch.Elapsed.TotalSeconds;

    /// <summary>Boundaries of the looks.</summary>
    internal LookBounds Bounds => bounds;

    /// <summary>Runs consecutive trials.</summary>
    /// <param name="patients">Patients of each.</param>
    /// <param name="firstReplicate">Number of the first trial; a multiple of the number of slices.</param>
    /// <param name="count">Number of trials.</param>
    /// <param name="hypotheses">What they are run under; each gives outcomes of its own.</param>
    /// <param name="primaryOnly">True when only the primary endpoint is analysed.</param>
    /// <param name="stage">Name for progress.</param>
    /// <returns>Outcomes in the order of the hypotheses.</returns>
    /// <exception cref="TrialNotFeasibleException">More candidates than there are numbers for.</exception>
    internal TrialOutcomes[] Run(int patients, uint firstReplicate, int count, IReadOnlyList<Hypothesis> hypotheses, bool primaryOnly, string stage)
    {
        if (bank is null && ((ulong)firstReplicate + (ulong)count) * (ulong)CandidatesPerTrial > 1UL << 32)
        {
            throw new TrialNotFeasibleException(
                $"{firstReplicate + (ulong)count} trials of up to {CandidatesPerTrial} candidates each need more virtual patients than can be numbered (2^32). Run fewer trials, or draw them from a trial.patientBank.");
        }

        var actives = Design.Arms.Count - 1;
        TrialOutcomes[] outcomes =
            [.. hypotheses.Select(_ => new TrialOutcomes(count, Design.Endpoints.Count * actives, bounds.Fractions.Count, Design.Arms.Count))];
        long done = 0;
        var perChunk = Math.Clamp(count / LeastChunks, 1, MostTrialsPerChunk);
        ChunkWork.Do(
            (count + perChunk - 1) / perChunk,
            threads,
            () => NewWorker(primaryOnly),
            (worker, chunk) =>
            {
                var from = (int)chunk * perChunk;
                var to = Math.Min(count, from + perChunk);
                for (var row = from; row < to; row++)
                {
                    for (var i = 0; i < hypotheses.Count; i++)
                    {
                        worker.Run(firstReplicate + (uint)row, patients, hypotheses[i], outcomes[i], row);
                    }
                }

                progress?.Invoke(new TrialProgress(stage, Interlocked.Add(ref done, to - from), count));
            },
            _ => { },
            cancellation);
        return outcomes;
    }

    /// <summary>Another design made ready, on the same threads and with the same progress.</summary>
    /// <param name="design">The design.</param>
    /// <param name="largestPatients">Largest number of patients that trials will randomise.</param>
    internal TrialSimulation Another(TrialDesign design, int largestPatients) => new(design, largestPatients, threads, progress, cancellation);

    /// <summary>Runs one trial again, as it was among the others.</summary>
    /// <param name="replicate">Its number.</param>
    /// <param name="patients">Its patients.</param>
    /// <param name="hypothesis">What it is run under.</param>
    /// <returns>All it recorded, early stopping aside.</returns>
    public TrialData Replay(uint replicate, int patients, Hypothesis hypothesis)
    {
        var data = new TrialData(Design, measures, LargestPatients);
        using var conductor = NewConductor();
        conductor.Run(replicate, patients, hypothesis, data);
        return data;
    }

    /// <summary>Candidates a trial may need at most, with room for chance.</summary>
    /// <param name="patients">Patients to randomise.</param>
    public int CandidatesFor(int patients)
    {
        // Eligible candidates among c are binomial; six standard deviations to spare, and the pilot's own error.
        var share = Math.Max(EligibleShare - (3 * Math.Sqrt(EligibleShare * (1 - EligibleShare) / PilotCandidates)), 1.0 / PilotCandidates);
        return (int)Math.Ceiling((patients / share) + (6 * Math.Sqrt(patients * (1 - share)) / share) + 2);
    }

    private static CandidatePlan PlanOf(TrialDesign design, IReadOnlyList<TreatmentHistory> histories, IReadOnlyList<double> weeks, TrialMeasures measures) => new()
    {
        Model = design.Model,
        Seed = design.Seed,
        Histories = histories,
        VisitDays = [.. weeks.Select(week => week * TrialTime.DaysPerWeek)],
        VisitWindowDays = design.Visits.WindowDays,
        FollowUpDays = Math.Max(weeks[^1] * TrialTime.DaysPerWeek, 1) + design.Visits.WindowDays,
        Measures = measures.Numbers.Count > 0 ? measures.Numbers : [Engine.Recording.MeasureCatalogue.AlsfrsTotal],
    };

    private TrialConductor NewConductor() => new(
        Design, histories, measures, bank is null ? new CandidateQueue(plan, CandidatesPerTrial) : new CandidateQueue(plan, CandidatesPerTrial, bank));

    private TrialWorker NewWorker(bool primaryOnly) => new(Design, NewConductor(), measures, bounds, LargestPatients, primaryOnly);

    /// <summary>Baseline visits of the pilot's candidates, untreated, are enough to tell.</summary>
    private double FindEligibleShare()
    {
        var weeks = Design.Visits.Weeks.Take(Design.Visits.Baseline + 1).ToList();
        var pilot = PlanOf(Design, [histories.Histories[histories.Unswitched(0)]], weeks, measures);
        var courses = PatientSources.Simulate(pilot, 0, PilotCandidates, threads, done => progress?.Invoke(new TrialProgress("candidates screened", done, PilotCandidates)), cancellation);
        using var conductor = new TrialConductor(Design, histories, measures, new CandidateQueue(plan, 1));
        var eligible = Enumerable.Range(0, PilotCandidates).Count(row => courses.HasOrigin(row) && conductor.IsEligible(new Candidate(courses, row), 0));
        return eligible > 0
            ? (double)eligible / PilotCandidates
            : throw new TrialNotFeasibleException(
                $"None of {PilotCandidates} candidates is eligible at enrolment. Widen trial.recruitment.screening, or enrol earlier or later (population.enrolmentMonths).");
    }

    private void FillBank(int size)
    {
        var smallest = PatientBank.SmallestSize(CandidatesPerTrial);
        if (size < smallest)
        {
            throw new TrialNotFeasibleException(
                $"trial.patientBank is {size}. A trial of {LargestPatients} patients may need {CandidatesPerTrial} candidates ({EligibleShare:P0} are eligible), so the bank must hold at least {smallest}.");
        }

        bank = PatientBank.Simulate(plan, size, CandidatesPerTrial, threads, done => progress?.Invoke(new TrialProgress("patients of the bank", done, size)), cancellation);
    }
}

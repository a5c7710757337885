using System.Diagnostics;
using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Experiments.Work;
using ProgressionSim.Statistics;

namespace ProgressionSim.Experiments.Uncertainty;

/// <summary>Runs a scenario with parameters drawn in an outer loop, and splits the variance of its outcome.</summary>
public static class UncertaintyRun
{
    // Two are enough for an unbiased variance of chance; patients vary more than that and outer replicates cost most.
    private const int Repetitions = 2;

    private const int FewestPatients = 3;

    /// <summary>Runs all arms of a scenario: once with its own values, for Monte Carlo intervals, and in every outer replicate.</summary>
    /// <param name="uncertain">The scenario.</param>
    /// <param name="question">The outcome that the variance split is about and how outcomes are counted; its arm is the one that answers are about.</param>
    /// <param name="threads">Number of threads; at least 1, null for all cores. The result does not depend on it.</param>
    /// <param name="progress">Told how far it is, from any thread; null for nobody.</param>
    /// <param name="cancellation">Stops after the work under way.</param>
    /// <exception cref="PlanNotPossibleException">The scenario does not allow a value.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static UncertaintyResult Run(
        UncertainScenario uncertain, OutcomeQuestion question, int? threads = null, Action<ExperimentProgress>? progress = null, CancellationToken cancellation = default)
    {
        var watch = Stopwatch.StartNew();
        var run = uncertain.Source.Plan([]);
        var record = OutcomeRun.Run(run, question.Rules, threads, done => progress?.Invoke(new ExperimentProgress("patients", done, run.Patients)), cancellation);
        int[] arms = [.. Enumerable.Range(0, run.Arms.Count)];
        var replicates = Replicates(uncertain, record, plan => plan, question.Outcome, question.Rules, arms, threads, progress, cancellation);
        return new UncertaintyResult { Run = run, Question = question, Record = record, Uncertainty = replicates, ElapsedSeconds = watch.Elapsed.TotalSeconds };
    }

    /// <summary>Runs the outer replicates.</summary>
    /// <param name="uncertain">The scenario.</param>
    /// <param name="many">Outcomes of the same arms in many patients, with the scenario's own values.</param>
    /// <param name="arms">Gives a plan of the scenario the arms to run.</param>
    /// <param name="outcome">Number of the outcome whose variance is split.</param>
    /// <param name="rules">How outcomes are counted.</param>
    /// <param name="varianceArms">Arms whose variance is split.</param>
    /// <param name="threads">Number of threads; null for all cores.</param>
    /// <param name="progress">Told how far it is; null for nobody.</param>
    /// <param name="cancellation">Stops after the work under way.</param>
    internal static UncertaintyRecord Replicates(
        UncertainScenario uncertain,
        OutcomeRecord many,
        Func<RunPlan, RunPlan> arms,
        int outcome,
        OutcomeRules rules,
        IReadOnlyList<int> varianceArms,
        int? threads,
        Action<ExperimentProgress>? progress,
        CancellationToken cancellation)
    {
        var plan = uncertain.Plan;
        var scenario = arms(uncertain.Source.Plan([]));
        var draws = ParameterDraws.Of(plan, scenario.Seed);
        var means = many.Groups.Count * many.Arms * OutcomeCatalogue.Count;
        var patientValues = plan.Patients * Repetitions;
        long done = 0;
        var found = UnitWork.Do(
            Units(plan),
            uncertain.Finished,
            (replicate, _) =>
            {
                var values = new double[means + (varianceArms.Count * patientValues)];

                // The last unit is the scenario itself, in the patients of the replicates.
                ParameterValue[] changed = replicate == draws.Length ? [] : [.. plan.Parameters.Select((parameter, i) => new ParameterValue(parameter.Path, draws[replicate][i]))];
                var run = arms(uncertain.Source.Plan(changed)) with { Patients = plan.Patients };
                Compute(run, outcome, rules, varianceArms, values.AsSpan(0, means), values.AsMemory(means), cancellation);
                return values;
            },
            threads,
            _ => progress?.Invoke(new ExperimentProgress("parameter draws", Interlocked.Increment(ref done), Units(plan))),
            cancellation);
        var replicates = found[..draws.Length];
        var own = found[^1];
        var ofMany = new double[means];
        WriteMeans(many, ofMany);
        return new UncertaintyRecord
        {
            Plan = plan,
            Draws = draws,
            Groups = many.Groups,
            Arms = many.Arms,
            Means = [.. replicates.Select(values => (double[])[.. Enumerable.Range(0, means).Select(i => ofMany[i] + (values[i] - own[i]))])],
            Variances =
            [
                .. varianceArms.Select((arm, i) => Variance(arm, outcome, [.. replicates.Select(values => values.AsMemory(means + (i * patientValues), patientValues))])),
            ],
        };
    }

    /// <summary>Number of units of work: the outer replicates, and the scenario itself in their patients.</summary>
    /// <param name="plan">The parameters and how often they are drawn.</param>
    public static int Units(UncertaintyPlan plan) => plan.OuterReplicates + 1;

    private static void Compute(
        RunPlan run, int outcome, OutcomeRules rules, IReadOnlyList<int> varianceArms, Span<double> means, Memory<double> patientValues, CancellationToken cancellation)
    {
        var patients = (int)run.Patients;
        void Keep(int repetition, int arm, int place, int patient, ReadOnlySpan<float> outcomes) =>
            patientValues.Span[(((place * patients) + patient) * Repetitions) + repetition] =
                outcomes.IsEmpty ? double.NaN : outcomes[(arm * OutcomeCatalogue.Count) + outcome];

        var record = OutcomeRun.RunHere(
            run,
            rules,
            (patient, outcomes) =>
            {
                for (var place = 0; place < varianceArms.Count; place++)
                {
                    Keep(0, varianceArms[place], place, patient, outcomes);
                }
            },
            cancellation);
        WriteMeans(record, means);
        var split = run with { Arms = [.. varianceArms.Select(arm => run.Arms[arm])] };
        for (var repetition = 1; repetition < Repetitions; repetition++)
        {
            var number = repetition;
            OutcomeRun.RunHere(
                split with { Repetition = (uint)number },
                rules,
                (patient, outcomes) =>
                {
                    for (var place = 0; place < varianceArms.Count; place++)
                    {
                        Keep(number, place, place, patient, outcomes);
                    }
                },
                cancellation);
        }
    }

    /// <summary>Splits the variance of an arm's outcome over the patients who have an origin in every replicate.</summary>
    /// <param name="arm">Arm.</param>
    /// <param name="outcome">Number of the outcome.</param>
    /// <param name="replicates">Values of each replicate: [patient * repetitions + repetition].</param>
    private static ArmVariance Variance(int arm, int outcome, IReadOnlyList<ReadOnlyMemory<double>> replicates)
    {
        int[] patients = [.. Enumerable.Range(0, replicates[0].Length / Repetitions).Where(patient => replicates.All(values => IsFinite(values.Span.Slice(patient * Repetitions, Repetitions))))];
        if (patients.Length < FewestPatients)
        {
            return new ArmVariance(arm, outcome, new VarianceSplit { Status = FitStatus.NotEstimable }, patients.Length);
        }

        var splitter = new VarianceSplitter(patients.Length, Repetitions);
        var kept = new double[patients.Length * Repetitions];
        foreach (var values in replicates)
        {
            for (var i = 0; i < patients.Length; i++)
            {
                values.Span.Slice(patients[i] * Repetitions, Repetitions).CopyTo(kept.AsSpan(i * Repetitions));
            }

            splitter.Add(kept);
        }

        return new ArmVariance(arm, outcome, splitter.Split(), patients.Length);
    }

    private static bool IsFinite(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (!double.IsFinite(value))
            {
                return false;
            }
        }

        return true;
    }

    private static void WriteMeans(OutcomeRecord record, Span<double> means)
    {
        for (var group = 0; group < record.Groups.Count; group++)
        {
            for (var arm = 0; arm < record.Arms; arm++)
            {
                for (var i = 0; i < OutcomeCatalogue.Count; i++)
                {
                    means[(((group * record.Arms) + arm) * OutcomeCatalogue.Count) + i] = record.Mean(group, arm, i).Value;
                }
            }
        }
    }
}

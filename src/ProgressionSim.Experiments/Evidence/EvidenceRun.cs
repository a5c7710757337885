using System.Diagnostics;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Experiments.Uncertainty;
using ProgressionSim.Experiments.Work;

namespace ProgressionSim.Experiments.Evidence;

/// <summary>Holds a scenario against published quantities.</summary>
public static class EvidenceRun
{
    private const double Tail = 0.025;
    private const double Normal95 = 1.959963984540054;

    /// <summary>Predicts every quantity, with an interval, and the curves of visual checks.</summary>
    /// <param name="plan">The quantities and the scenario.</param>
    /// <param name="uncertainty">The scenario's uncertain parameters, of which the plan's number of draws are made; null for none.</param>
    /// <param name="source">Makes plans of the scenario with other values.</param>
    /// <param name="finished">Draws computed before; null for none.</param>
    /// <param name="threads">Number of threads; at least 1, null for all cores. The result does not depend on it.</param>
    /// <param name="progress">Told how far it is, from any thread; null for nobody.</param>
    /// <param name="cancellation">Stops after the work under way.</param>
    /// <exception cref="PlanNotPossibleException">The scenario does not allow a value that was drawn.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <remarks>
    /// A draw's prediction is that of the cohort plus what the draw changes in the fewer patients of a draw, so that their noise does not look like
    /// uncertainty; it is not held within the range of the quantity. Series show how much small groups of patients differ by chance, with the scenario's own
    /// values.
    /// </remarks>
    public static EvidenceResult Run(
        EvidencePlan plan,
        UncertaintyPlan? uncertainty,
        IPlanSource source,
        IFinishedWork? finished = null,
        int? threads = null,
        Action<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        var watch = Stopwatch.StartNew();
        var cohort = new EvidenceCohort(plan);
        var curves = new PredictiveCurves(plan.Run, plan.Patients);
        void Tell(long done) => progress?.Invoke(new ExperimentProgress("patients", done, plan.Patients));
        var numbers = cohort.Simulate(plan.Run, plan.Patients, curves, threads, Tell, cancellation);
        var predicted = cohort.Predictions(numbers);
        var errors = cohort.StandardErrors(numbers);
        var own = curves.Summary();
        var draws = uncertainty is null ? [] : Draws(plan, uncertainty, source, cohort, [.. predicted, .. own], finished, threads, progress, cancellation);
        return new EvidenceResult
        {
            Plan = plan,
            Uncertainty = uncertainty,
            Quantities =
            [
                .. plan.Quantities.Select((quantity, place) =>
                    Result(quantity, predicted[place], errors[place], cohort.Series(numbers, place), [.. draws.Select(draw => draw[place])])),
            ],
            Checks = PredictiveCurves.Checks(
                plan.Run,
                own,
                [.. own.Select((value, i) => draws.Count == 0 ? value : Interval([.. draws.Select(draw => draw[predicted.Length + i])]).Low)],
                [.. own.Select((value, i) => draws.Count == 0 ? value : Interval([.. draws.Select(draw => draw[predicted.Length + i])]).High)]),
            Analysed = cohort.PatientsOf(numbers),
            ElapsedSeconds = watch.Elapsed.TotalSeconds,
        };
    }

    /// <summary>Number of units of work: the draws, and the scenario itself in their patients; 0 without uncertain parameters.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="uncertainty">The scenario's uncertain parameters; null for none.</param>
    public static int Units(EvidencePlan plan, UncertaintyPlan? uncertainty) => uncertainty is null ? 0 : plan.Draws + 1;

    private static List<double[]> Draws(
        EvidencePlan plan,
        UncertaintyPlan uncertainty,
        IPlanSource source,
        EvidenceCohort cohort,
        double[] ofMany,
        IFinishedWork? finished,
        int? threads,
        Action<ExperimentProgress>? progress,
        CancellationToken cancellation)
    {
        var values = ParameterDraws.Of(uncertainty with { OuterReplicates = plan.Draws }, plan.Run.Seed);
        long done = 0;
        var found = UnitWork.Do(
            Units(plan, uncertainty),
            finished,
            (draw, drawThreads) =>
            {
                // The last unit is the scenario itself.
                ParameterValue[] changed = draw == values.Length
                    ? []
                    : [.. uncertainty.Parameters.Select((parameter, i) => new ParameterValue(parameter.Path, values[draw][i]))];
                var run = source.Plan(changed);
                var curves = new PredictiveCurves(run, plan.PatientsOfDraw);
                var numbers = cohort.Simulate(run, plan.PatientsOfDraw, curves, drawThreads, null, cancellation);
                return [.. cohort.Predictions(numbers), .. curves.Summary()];
            },
            threads,
            _ => progress?.Invoke(new ExperimentProgress("parameter draws", Interlocked.Increment(ref done), Units(plan, uncertainty))),
            cancellation);
        var few = found[^1];
        return [.. found[..^1].Select(draw => (double[])[.. draw.Select((value, i) => ofMany[i] + (value - few[i]))])];
    }

    private static QuantityResult Result(EvidenceQuantity quantity, double predicted, double error, double[]? series, double[] draws)
    {
        var (low, high) = series is not null ? Interval(series)
            : draws.Length > 0 ? Interval(draws)
            : (predicted - (Normal95 * error), predicted + (Normal95 * error));
        if (quantity.Estimator.IsShare && series is null)
        {
            // A draw is seen as its difference from the scenario's own values, and a normal interval has no ends.
            (low, high) = (Math.Clamp(low, 0, 1), Math.Clamp(high, 0, 1));
        }

        var verdict = Verdict(quantity, predicted, low, high, series is not null);
        return new QuantityResult(quantity, predicted, series is null ? error : double.NaN, low, high, verdict, series ?? []);
    }

    private static EvidenceVerdict Verdict(EvidenceQuantity quantity, double predicted, double low, double high, bool isSeries)
    {
        if (quantity is not { Low: { } least, High: { } most } || quantity.Use == EvidenceUse.Context)
        {
            // One published series is no interval, but it can be looked for among the series of the model.
            return isSeries && quantity is { Use: not EvidenceUse.Context, Value: { } value } && !double.IsNaN(low)
                ? value >= low && value <= high ? EvidenceVerdict.Inside : EvidenceVerdict.Outside
                : EvidenceVerdict.NotJudged;
        }

        return predicted >= least && predicted <= most ? EvidenceVerdict.Inside
            : low <= most && high >= least ? EvidenceVerdict.Overlaps
            : EvidenceVerdict.Outside;
    }

    /// <summary>The 2.5 % and 97.5 % points; NaN are left out.</summary>
    private static (double Low, double High) Interval(double[] values)
    {
        double[] sorted = [.. values.Where(double.IsFinite).Order()];
        if (sorted.Length == 0)
        {
            return (double.NaN, double.NaN);
        }

        var below = (int)Math.Floor(Tail * sorted.Length);
        return (sorted[below], sorted[sorted.Length - 1 - below]);
    }
}

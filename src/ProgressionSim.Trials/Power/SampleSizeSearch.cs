using System.Diagnostics;
using System.Globalization;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Power;

/// <summary>
/// Searches the number of patients for a power: a few trials find the region, then batches at 0.8, 1 and 1.25 times the current estimate sharpen a power curve until
/// its interval is as narrow as asked, and trials of their own check the answer.
/// </summary>
public sealed class SampleSizeSearch
{
    private const int FirstTrials = 120;
    private const int MostSteps = 12;
    private const double LargestStep = 4;
    private const int TrialsAtLargest = 60;

    // Batches further away than this factor leave the fit: far out the curve need not be a probit in sqrt(n).
    private const double Near = 2;

    private static readonly double[] Factors = [0.8, 1, 1.25];

    private readonly TrialDesign design;
    private readonly SampleSizeSettings settings;
    private readonly int? threads;
    private readonly Action<TrialProgress>? progress;
    private readonly CancellationToken cancellation;
    private readonly int unit;
    private readonly List<PowerBatch> batches = [];
    private TrialSimulation? simulation;
    private uint nextReplicate;
    private int trials;

    private SimulatedValue lastStatistic;

    // Trials of another bank are dealt into other slices; a fit takes those of the present one.
    private int fitFrom;

    private SampleSizeSearch(TrialDesign design, SampleSizeSettings settings, int? threads, Action<TrialProgress>? progress, CancellationToken cancellation)
    {
        (this.design, this.settings, this.threads, this.progress, this.cancellation) = (design, settings, threads, progress, cancellation);
        unit = design.Arms.Sum(arm => arm.Allocation);
    }

    /// <summary>Runs a search.</summary>
    /// <param name="design">The design; its own number of patients is where the search begins.</param>
    /// <param name="settings">What to aim at.</param>
    /// <param name="threads">Number of threads; null for all cores. Results do not depend on it.</param>
    /// <param name="progress">Told how far the work is, from any thread; null for nobody.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="TrialNotFeasibleException">The design cannot be run with the patients there are.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static SampleSizeResult Run(
        TrialDesign design, SampleSizeSettings settings, int? threads = null, Action<TrialProgress>? progress = null, CancellationToken cancellation = default) =>
        new SampleSizeSearch(design, settings, threads, progress, cancellation).Search();

    private int Smallest => Math.Max(2, (8 + unit - 1) / unit) * unit;

    private int Largest => TrialDesign.MaximumPatients / unit * unit;

    private int Slices => simulation?.BankSlices ?? 0;

    private SampleSizeResult Search()
    {
        var watch = Stopwatch.StartNew();
        var (patients, status) = FindRegion();
        if (status != SampleSizeStatus.Found)
        {
            return Finish(watch, patients, status, null);
        }

        ProbitPowerCurve? curve = null;
        for (var batch = FirstTrials; ; batch = Math.Min(2 * batch, 4000))
        {
            foreach (var factor in Factors)
            {
                RunBatch(Whole(patients * factor), batch);
            }

            var near = batches.Skip(fitFrom).Where(each => each.Patients > patients / Near && each.Patients < patients * Near).ToList();
            curve = ProbitPowerCurve.Fit(near, Slices) ?? curve;
            if (patients == Largest && AtSize(Largest).High < settings.Power)
            {
                return Finish(watch, patients, SampleSizeStatus.Unreachable, null);
            }

            if (patients == Smallest && AtSize(Smallest).Low > settings.Power)
            {
                return Finish(watch, patients, SampleSizeStatus.BelowSmallest, null);
            }

            if (curve is not null)
            {
                var estimate = curve.PatientsFor(settings.Power);
                patients = Whole(estimate.Value);
                if (estimate.Low > Largest)
                {
                    return Finish(watch, Largest, SampleSizeStatus.Unreachable, null);
                }

                if (estimate.Value <= Largest && (estimate.High - estimate.Low) / 2 <= settings.RelativeHalfWidth * estimate.Value)
                {
                    return Finish(watch, patients, SampleSizeStatus.Found, curve);
                }
            }

            if (trials >= settings.MaximumTrials)
            {
                var isBeyond = curve?.PatientsFor(settings.Power).Value > Largest || AtSize(Largest).Value < settings.Power;
                return isBeyond ? Finish(watch, Largest, SampleSizeStatus.Unreachable, null) : Finish(watch, patients, SampleSizeStatus.FoundRoughly, curve);
            }
        }
    }

    /// <summary>Steps towards the size at which the trials' own drift would give the power, until a step changes little.</summary>
    private (int Patients, SampleSizeStatus Status) FindRegion()
    {
        var patients = Whole(design.Patients);
        var critical = StandardNormal.QuantileUpper(design.AlphaOneSided);
        for (var step = 0; step < MostSteps; step++)
        {
            var point = RunBatch(patients, patients == Largest ? TrialsAtLargest : FirstTrials);
            if (design.Interim is null && design.Arms.Count == 2 && LargestDrift(patients) < StandardNormal.Quantile(settings.Power) + critical)
            {
                return (patients, SampleSizeStatus.Unreachable);
            }

            var drift = StandardNormal.Quantile((point.Successes + 0.5) / (point.Trials + 1.0)) + critical;
            var wanted = StandardNormal.Quantile(settings.Power) + critical;
            var factor = drift > 0 ? Math.Clamp(wanted / drift * (wanted / drift), 1 / LargestStep, LargestStep) : LargestStep;
            if (patients == Largest && factor > 1 && MonteCarlo.Share(batches[^1].Successes, 0).High < settings.Power)
            {
                return (patients, SampleSizeStatus.Unreachable);
            }

            if (patients == Smallest && factor < 1 && MonteCarlo.Share(batches[^1].Successes, 0).Low > settings.Power)
            {
                return (patients, SampleSizeStatus.BelowSmallest);
            }

            var next = Whole(patients * factor);
            if (factor is > 0.75 and < 1.35 || next == patients)
            {
                return (next, SampleSizeStatus.Found);
            }

            patients = next;
        }

        return (patients, SampleSizeStatus.Found);
    }

    /// <summary>Upper limit of the mean statistic that the largest trial could have, from the trials of the last batch: it grows with the root of the size.</summary>
    private double LargestDrift(int patients) => lastStatistic.High * Math.Sqrt((double)TrialDesign.MaximumPatients / patients);

    /// <summary>A size of whole allocation ratios within the limits.</summary>
    private int Whole(double patients) => (int)Math.Clamp(Math.Ceiling((patients / unit) - 1e-9) * unit, Smallest, Largest);

    /// <summary>Power in all trials of a size that the present fit counts; NaN without any.</summary>
    private SimulatedValue AtSize(int patients)
    {
        List<bool> successes = [.. batches.Skip(fitFrom).Where(batch => batch.Patients == patients).SelectMany(batch => batch.Successes)];
        return successes.Count > 0 ? MonteCarlo.Share(successes, Slices) : new SimulatedValue(double.NaN, double.NaN, double.NaN, double.NaN);
    }

    private PowerPoint RunBatch(int patients, int count)
    {
        Prepare(patients);
        if (Slices > 0)
        {
            count = (count + Slices - 1) / Slices * Slices;
            nextReplicate = (nextReplicate + (uint)Slices - 1) / (uint)Slices * (uint)Slices;
        }

        var outcomes = simulation!.Run(patients, nextReplicate, count, [Hypothesis.Alternative], primaryOnly: true, $"trials of {patients}")[0];
        nextReplicate += (uint)count;
        trials += count;
        lastStatistic = MonteCarlo.Mean(outcomes.Z[design.Primary * (design.Arms.Count - 1)], Slices);
        batches.Add(new PowerBatch(patients, [.. outcomes.Decisions.Select(decision => decision == TrialDecision.Success)]));
        return batches[^1].Point;
    }

    /// <summary>Makes room for trials of a size; a bank too small for it grows, its first patients staying the same.</summary>
    private void Prepare(int patients)
    {
        var largest = (int)Math.Ceiling(patients * Factors[^1] * 1.1);
        if (simulation is not null && patients <= simulation.LargestPatients)
        {
            return;
        }

        simulation = TrialSimulation.WithRoom(design, largest, threads, progress, cancellation);
        fitFrom = batches.Count;
    }

    private SampleSizeResult Finish(Stopwatch watch, int patients, SampleSizeStatus status, ProbitPowerCurve? curve)
    {
        var isFound = status is SampleSizeStatus.Found or SampleSizeStatus.FoundRoughly;
        var checkTrials = isFound || patients < Largest ? settings.CheckTrials : TrialsAtLargest;
        Prepare(patients);
        if (Slices > 0)
        {
            checkTrials = (checkTrials + Slices - 1) / Slices * Slices;
            nextReplicate = (nextReplicate + (uint)Slices - 1) / (uint)Slices * (uint)Slices;
        }

        var check = simulation!.Run(patients, nextReplicate, checkTrials, [Hypothesis.Alternative, Hypothesis.Null], primaryOnly: true, "check");
        SimulatedValue Success(TrialOutcomes outcomes, bool eitherWay) => MonteCarlo.Share(
            [.. outcomes.Decisions.Select(decision => decision == TrialDecision.Success || (eitherWay && decision == TrialDecision.Harm))], Slices);
        var power = Success(check[0], eitherWay: false);
        return new SampleSizeResult
        {
            Design = design,
            TargetPower = settings.Power,
            RelativeHalfWidth = settings.RelativeHalfWidth,
            Status = status,
            Patients = patients,
            Estimate = curve?.PatientsFor(settings.Power) ?? new SimulatedValue(double.NaN, double.NaN, double.NaN, double.NaN),
            Path = [.. batches.Select(batch => batch.Point)],
            Curve = curve is null ? [] : [.. CurveSizes(patients).Select(curve.At)],
            Check = power,
            CheckNull = Success(check[1], eitherWay: true),
            ClosedForms = ClosedFormsFrom(check[0], patients),
            Explanation = isFound ? "" : Explain(patients, status, power, check[0]),
            ElapsedSeconds = watch.Elapsed.TotalSeconds,
        };
    }

    private IReadOnlyList<ClosedFormSize> ClosedFormsFrom(TrialOutcomes check, int patients)
    {
        var effects = check.Effects[design.Primary * (design.Arms.Count - 1)].Where(double.IsFinite).ToArray();
        var mean = effects.Length > 0 ? effects.Average() : double.NaN;
        var sd = effects.Length > 1 ? Math.Sqrt(effects.Sum(each => (each - mean) * (each - mean)) / (effects.Length - 1)) : double.NaN;

        // A formula takes the simulated effect only where it is told from none.
        var isBenefit = MonteCarlo.Mean(check.Z[design.Primary * (design.Arms.Count - 1)], Slices).Low > 0;
        return ClosedForms.Of(design, settings.Power, isBenefit ? mean : double.NaN, sd, patients);
    }

    private IEnumerable<int> CurveSizes(int patients) =>
        Enumerable.Range(8, 33).Select(twentieth => Whole(patients * twentieth / 20.0)).Distinct();

    private string Explain(int patients, SampleSizeStatus status, SimulatedValue power, TrialOutcomes outcomes)
    {
        string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
        if (status == SampleSizeStatus.BelowSmallest)
        {
            return Text($"Even {patients} patients, the smallest trial of this ratio, reach a power of {power.Value:P1} ({power.Low:P1} to {power.High:P1}).");
        }

        var parts = new List<string>
        {
            Text($"At {patients:N0} patients{(patients == Largest ? ", the largest trial allowed," : "")} the power is {power.Value:P1} ({power.Low:P1} to {power.High:P1})."),
        };
        if (patients < Largest)
        {
            var most = StandardNormal.Cdf(LargestDrift(patients) - StandardNormal.QuantileUpper(design.AlphaOneSided));
            parts.Add(Text($"From the statistic of those trials, {TrialDesign.MaximumPatients:N0} patients, the most a trial may have, would reach at most {most:P1}."));
        }

        var comparison = design.Primary * (design.Arms.Count - 1);
        var effect = MonteCarlo.Mean(outcomes.Effects[comparison], Slices);
        var futility = outcomes.Decisions.Count(decision => decision == TrialDecision.Futility) / (double)outcomes.Replicates;
        var without = outcomes.Statuses[comparison].Count(each => each != Statistics.FitStatus.Estimated) / (double)outcomes.Replicates;
        if (effect.Low <= 0 && effect.High >= 0)
        {
            parts.Add(Text($"The mean effect on the primary endpoint is {effect.Value:G3} ({effect.Low:G3} to {effect.High:G3}): these trials cannot tell it from no effect."));
        }
        else if (MonteCarlo.Mean(outcomes.Z[comparison], Slices).High < 0)
        {
            parts.Add(Text($"The mean effect on the primary endpoint is {effect.Value:G3} ({effect.Low:G3} to {effect.High:G3}), in the direction of harm."));
        }

        if (futility > 0.01)
        {
            parts.Add(Text($"{futility:P0} of trials stop for futility, which caps the power however many patients there are."));
        }

        if (without > 0.01)
        {
            parts.Add(Text($"In {without:P0} of trials the analysis gives no answer."));
        }

        if (outcomes.RanOut.Any(ranOut => ranOut))
        {
            parts.Add("Some trials ran out of candidates.");
        }

        return string.Join(' ', parts);
    }
}

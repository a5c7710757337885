using System.Diagnostics;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Power;

/// <summary>Runs several designs side by side.</summary>
public static class DesignComparisonRun
{
    // Sizes of the power curve, as shares of the design's own.
    private static readonly double[] Shares = [0.4, 0.7, 1, 1.5, 2.2];
    private const int CurveShare = 5;

    /// <summary>Runs the designs.</summary>
    /// <param name="designs">At least two, with different names. With the same seed and population they are drawn from the same virtual patients; trial by trial they meet the
    /// same ones when they also need the same number of candidates, as designs of one size that differ in endpoints, looks or visits do.</param>
    /// <param name="targetPower">Power to find the number of patients for; null for none.</param>
    /// <param name="threads">Number of threads; null for all cores. Results do not depend on it.</param>
    /// <param name="progress">Told how far the work is, from any thread; null for nobody.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="TrialNotFeasibleException">A design cannot be run with the patients there are.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static DesignComparison Run(
        IReadOnlyList<TrialDesign> designs,
        double? targetPower = null,
        int? threads = null,
        Action<TrialProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        var watch = Stopwatch.StartNew();
        var results = new List<OperatingCharacteristics>();
        var curves = new List<IReadOnlyList<PowerCurvePoint>>();
        var sizes = new List<SampleSizeResult?>();
        foreach (var design in designs)
        {
            var named = progress is null ? (Action<TrialProgress>?)null : step => progress(step with { Stage = $"{design.Name}: {step.Stage}" });
            results.Add(OperatingCharacteristicsRun.Run(design, threads, named, cancellation));
            curves.Add(Curve(design, threads, named, cancellation));
            sizes.Add(targetPower is { } power
                ? SampleSizeSearch.Run(design, new SampleSizeSettings { Power = power, RelativeHalfWidth = 0.05 }, threads, named, cancellation)
                : null);
        }

        return new DesignComparison(results, curves, sizes, targetPower ?? double.NaN, watch.Elapsed.TotalSeconds);
    }

    /// <summary>The power curve through trials of five sizes; the points alone where no rising curve fits them.</summary>
    private static IReadOnlyList<PowerCurvePoint> Curve(TrialDesign design, int? threads, Action<TrialProgress>? progress, CancellationToken cancellation)
    {
        var unit = design.Arms.Sum(arm => arm.Allocation);
        var sizes = Shares.Select(share => Math.Clamp((int)Math.Ceiling(design.Patients * share / unit), Math.Max((7 + unit) / unit, 2), TrialDesign.MaximumPatients / unit) * unit).Distinct().ToList();
        var simulation = TrialSimulation.WithRoom(design, sizes[^1], threads, progress, cancellation);
        var slices = Math.Max(1, simulation.BankSlices);
        var count = Math.Max(1, ((design.Replicates / CurveShare) + slices - 1) / slices) * slices;
        var batches = new List<PowerBatch>();
        foreach (var size in sizes)
        {
            // Numbers of their own, so that sizes are independent of each other and of the trials of the table.
            var first = (uint)(design.Replicates + slices - 1) / (uint)slices * (uint)slices;
            var outcomes = simulation.Run(size, first + (uint)(count * batches.Count), count, [Hypothesis.Alternative], primaryOnly: true, $"trials of {size}")[0];
            batches.Add(new PowerBatch(size, [.. outcomes.Decisions.Select(decision => decision == TrialDecision.Success)]));
        }

        if (ProbitPowerCurve.Fit(batches, simulation.BankSlices) is { } curve)
        {
            var (smallest, largest) = (sizes[0], sizes[^1]);
            return [.. Enumerable.Range(0, 41).Select(i => smallest + (int)((long)(largest - smallest) * i / 40)).Distinct().Select(curve.At)];
        }

        return [.. batches.Select(batch =>
        {
            var share = MonteCarlo.Share(batch.Successes, simulation.BankSlices);
            return new PowerCurvePoint(batch.Patients, share.Value, share.Low, share.High);
        })];
    }
}

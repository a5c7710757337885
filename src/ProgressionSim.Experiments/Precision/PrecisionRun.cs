using System.Globalization;
using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Work;

namespace ProgressionSim.Experiments.Precision;

/// <summary>Runs as many patients as it takes to know measures to a standard error.</summary>
/// <remarks>
/// <para>
/// Patients are added in stages: 1,024, then as many as the standard error so far asks for and a twentieth more, at most four times those so far. Decisions rest
/// on whole-number sums alone, so the number is the same on any number of threads, and the record is that of a plain run with this number.
/// </para>
/// <para>
/// Stopping looks at standard errors only, never at a mean or at whether an interval covers something. It still is optional stopping: where spread and mean go
/// together (a rare event) the mean is off by the order of one patient's spread over the number of patients, small against the standard error that was reached,
/// which falls with its root only (Chow and Robbins 1965, fixed-width sequential intervals). The standard error itself is a little low for the same reason; the
/// twentieth more and the few stages keep that within a few percent.
/// </para>
/// <para>
/// When all patients so far are alike their standard error is 0, which says little about rare exceptions: it then counts as if one of them differed by one unit
/// of the measure, so that a target is met once it allows for one over the number of patients.
/// </para>
/// </remarks>
public static class PrecisionRun
{
    /// <summary>Patients of the first stage.</summary>
    public const long FirstStage = 1024;

    /// <summary>Most patients that are run.</summary>
    public const long MaximumPatients = 50_000_000;

    // Unit: stages' patients. After so many the spread is known well enough to say that a target is out of reach.
    private const long EnoughToJudge = 4 * FirstStage;

    // Unit: patients. A month at which so many leave nobody to count will not be known.
    private const long EnoughToCount = 16 * FirstStage;

    private const double Margin = 1.05;
    private const int LargestGrowth = 4;

    /// <summary>Runs a plan.</summary>
    /// <param name="plan">What to run; its own number of patients does not matter.</param>
    /// <param name="targets">What is to be known how precisely; at least one.</param>
    /// <param name="threads">Number of threads; at least 1, null for all cores.</param>
    /// <param name="progress">
    /// Told the patients done and those of the stage's end, which rises from stage to stage; from any thread, possibly out of order; null for nobody.
    /// </param>
    /// <param name="cancellation">Stops the run after the chunks under way.</param>
    /// <returns>The result, the patients of its plan the number it took: exactly what <see cref="Simulation.Run"/> gives with that number.</returns>
    /// <exception cref="ArgumentException">There is no target, or the plan has no such measure or month.</exception>
    /// <exception cref="PrecisionNotFeasibleException">More than <see cref="MaximumPatients"/> would be needed, or nobody is left to count.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static RunResult Run(
        RunPlan plan,
        IReadOnlyList<PrecisionTarget> targets,
        int? threads = null,
        Action<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        Check(plan, targets);
        Action<long>? Towards(long total) => progress is null ? null : done => progress(new ExperimentProgress("patients", done, total));

        var result = Simulation.Run(plan with { Patients = FirstStage }, threads, Towards(FirstStage), cancellation);
        while (Next(result, targets) is { } next)
        {
            result = Simulation.Extend(result, next, threads, Towards(next), cancellation);
        }

        return result;
    }

    private static void Check(RunPlan plan, IReadOnlyList<PrecisionTarget> targets)
    {
        if (targets.Count == 0)
        {
            throw new ArgumentException("A run to a precision needs at least one target.", nameof(targets));
        }

        var names = PrecisionMeasures.NamesIn(plan);
        foreach (var target in targets)
        {
            if (!names.Contains(target.Measure, StringComparer.Ordinal) || target.Month < -plan.MonthsBeforeOrigin || target.Month > plan.HorizonMonths)
            {
                throw new ArgumentException($"The plan has no {target.Measure} at month {target.Month}.", nameof(targets));
            }
        }
    }

    /// <summary>Patients of the next stage; null when every target is met.</summary>
    private static long? Next(RunResult result, IReadOnlyList<PrecisionTarget> targets)
    {
        var patients = result.Plan.Patients;
        var worst = targets.MaxBy(target => Needed(result, target))!;
        var needed = Needed(result, worst);
        if (needed <= patients)
        {
            return null;
        }

        if (double.IsPositiveInfinity(needed) ? patients >= EnoughToCount : patients >= EnoughToJudge && needed > MaximumPatients)
        {
            throw new PrecisionNotFeasibleException(Refusal(result, worst, needed));
        }

        var wanted = Math.Min(needed * Margin, (double)LargestGrowth * patients);
        var chunks = (long)Math.Ceiling(wanted / Simulation.ChunkPatients);
        return Math.Min(chunks * Simulation.ChunkPatients, MaximumPatients);
    }

    /// <summary>Patients that a target seems to need, at most the present ones exactly when it is met; infinite when too few are counted to tell.</summary>
    private static double Needed(RunResult result, PrecisionTarget target)
    {
        var patients = result.Plan.Patients;
        var error = PrecisionMeasures.StandardError(result.Record, target);
        if (double.IsNaN(error))
        {
            return double.PositiveInfinity;
        }

        var ratio = error / target.StandardError;
        return error == 0 ? 1 / target.StandardError : ratio <= 1 ? Math.Min(patients, patients * ratio * ratio) : Math.Max(patients + 1, patients * ratio * ratio);
    }

    private static string Refusal(RunResult result, PrecisionTarget target, double needed)
    {
        var what = string.Create(CultureInfo.InvariantCulture, $"{target.Measure} at month {target.Month}");
        if (double.IsPositiveInfinity(needed))
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"The standard error of {what} cannot be found: of {result.Plan.Patients:N0} patients fewer than two are counted there in some arm or pair of arms.");
        }

        var seconds = needed * result.ElapsedSeconds / result.Plan.Patients;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"To bring the standard error of {what} to {target.StandardError:R} would take about {Rounded(needed):N0} patients and {Time(seconds)}; at most {MaximumPatients:N0} patients are run.");
    }

    /// <summary>Two significant digits: the spread is not known better.</summary>
    private static double Rounded(double count)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(count)) - 1);
        return Math.Round(count / unit) * unit;
    }

    private static string Time(double seconds) => seconds switch
    {
        < 100 => string.Create(CultureInfo.InvariantCulture, $"{seconds:F0} seconds"),
        < 100 * 60 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:F0} minutes"),
        < 48 * 3600 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:F0} hours"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 86400:N0} days"),
    };
}

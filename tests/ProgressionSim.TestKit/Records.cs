using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.TestKit;

/// <summary>Reads and compares records.</summary>
public static class Records
{
    /// <summary>Runs a plan on one thread with a width and sampler of choice, the patients in one stretch.</summary>
    /// <typeparam name="T">The lane type.</typeparam>
    /// <typeparam name="TSampler">How transitions are drawn.</typeparam>
    /// <param name="plan">The plan.</param>
    public static RunRecord Of<T, TSampler>(RunPlan plan)
        where T : unmanaged, ILanes<T>
        where TSampler : ITransitionSampler<T>
    {
        using var worker = new SimulationWorker<T, TSampler>(plan, Simulation.ShapeOf(plan));
        worker.Simulate(0, (int)plan.Patients);
        return worker.Record;
    }

    /// <summary>True when this machine can work with a number of lanes.</summary>
    /// <param name="lanes">1, 4, 8 or 16.</param>
    public static bool Supports(int lanes) => lanes switch
    {
        16 => Lane16.IsSupported,
        8 => Lane8.IsSupported,
        _ => lanes is 1 or 4,
    };

    /// <summary>Runs a plan on one thread with a number of lanes.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="lanes">1, 4, 8 or 16.</param>
    public static RunRecord OfLanes(RunPlan plan, int lanes) => lanes switch
    {
        16 => Of<Lane16, BinomialTransitions<Lane16>>(plan),
        8 => Of<Lane8, BinomialTransitions<Lane8>>(plan),
        4 => Of<Lane4, BinomialTransitions<Lane4>>(plan),
        _ => Of<Lane1, BinomialTransitions<Lane1>>(plan),
    };

    /// <summary>Mean of a measure over the living.</summary>
    /// <param name="record">Record.</param>
    /// <param name="arm">Arm.</param>
    /// <param name="month">Index into the grid.</param>
    /// <param name="measure">Number of the measure.</param>
    public static double Mean(this RunRecord record, int arm, int month, int measure) =>
        (double)record.Arms[arm].Sums[(month * MeasureCatalogue.Count) + measure] / record.Arms[arm].Alive[month] / record.Shape.Catalogue.Observed[measure].Scale;

    /// <summary>Unbiased variance of a measure over the living.</summary>
    /// <param name="record">Record.</param>
    /// <param name="arm">Arm.</param>
    /// <param name="month">Index into the grid.</param>
    /// <param name="measure">Number of the measure.</param>
    public static double Variance(this RunRecord record, int arm, int month, int measure)
    {
        var cell = (month * MeasureCatalogue.Count) + measure;
        var (n, sum, squares) = ((Int128)record.Arms[arm].Alive[month], record.Arms[arm].Sums[cell], record.Arms[arm].SumsOfSquares[cell]);
        double scale = record.Shape.Catalogue.Observed[measure].Scale;
        return (double)((n * squares) - (sum * sum)) / (double)n / (double)(n - 1) / (scale * scale);
    }

    /// <summary>The first difference between two records, bit for bit; null when there is none.</summary>
    /// <param name="a">One record.</param>
    /// <param name="b">The other.</param>
    public static string? Difference(RunRecord a, RunRecord b)
    {
        var differences = new List<string?>
        {
            Differs("patients", [a.Patients, a.WithoutOrigin], [b.Patients, b.WithoutOrigin]),
            Differs("examples", Bits(a.Examples), Bits(b.Examples)),
        };
        for (var i = 0; i < a.Arms.Length; i++)
        {
            differences.Add(ArmDifference($"arm {i}", a.Arms[i], b.Arms[i]));
        }

        for (var i = 0; i < a.Pairs.Length; i++)
        {
            differences.Add(Differs($"pair {i} counts", a.Pairs[i].Counts, b.Pairs[i].Counts));
            differences.Add(Differs($"pair {i} sums", a.Pairs[i].Sums, b.Pairs[i].Sums));
            differences.Add(Differs($"pair {i} squares", a.Pairs[i].SumsOfSquares, b.Pairs[i].SumsOfSquares));
        }

        return differences.Find(difference => difference is not null);
    }

    /// <summary>The first difference between two arms, or null.</summary>
    /// <param name="name">Name of the arm in the message.</param>
    /// <param name="a">One arm.</param>
    /// <param name="b">The other.</param>
    /// <param name="milestones">Milestones to compare; null for all, with the counts of never treated and clamped.</param>
    public static string? ArmDifference(string name, ArmRecord a, ArmRecord b, IReadOnlyList<CourseMilestone>? milestones = null)
    {
        var differences = new List<string?>
        {
            Differs($"{name} alive", a.Alive, b.Alive),
            Differs($"{name} sums", a.Sums, b.Sums),
            Differs($"{name} squares", a.SumsOfSquares, b.SumsOfSquares),
            Differs($"{name} histograms", a.Histograms, b.Histograms),
            Differs($"{name} symptoms and early deaths", [a.NeverSymptomatic, a.DeathsBeforeOrigin], [b.NeverSymptomatic, b.DeathsBeforeOrigin]),
        };
        if (milestones is null)
        {
            differences.Add(Differs($"{name} starts", [a.NeverTreated, a.StartedAtBiologicalOnset], [b.NeverTreated, b.StartedAtBiologicalOnset]));
        }

        foreach (var milestone in milestones ?? Enum.GetValues<CourseMilestone>())
        {
            differences.Add(Differs($"{name} {milestone}", a.Milestones[(int)milestone].Counts.ToArray(), b.Milestones[(int)milestone].Counts.ToArray()));
        }

        return differences.Find(difference => difference is not null);
    }

    private static int[] Bits(float[] values) => [.. values.Select(BitConverter.SingleToInt32Bits)];

    private static string? Differs<T>(string what, T[] a, T[] b)
        where T : IEquatable<T>
    {
        if (a.Length != b.Length)
        {
            return $"{what}: lengths {a.Length} and {b.Length}";
        }

        var at = a.AsSpan().CommonPrefixLength(b);
        return at == a.Length ? null : $"{what}[{at}]: {a[at]} and {b[at]}";
    }
}

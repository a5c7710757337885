namespace ProgressionSim.Experiments.Sensitivity;

/// <summary>What a sensitivity analysis found.</summary>
public sealed record SensitivityResult
{
    /// <summary>What was asked.</summary>
    public required SensitivityPlan Plan { get; init; }

    /// <summary>Answers for the benefit, the outcome of arm 0 and that of the arm; for the outcome alone when the plan asks about arm 0.</summary>
    public required IReadOnlyList<SensitivityAnswer> Answers { get; init; }

    /// <summary>Values of the parameters at the low quantile, the median and the high quantile of the tornado: [parameter][0, 1, 2].</summary>
    public required IReadOnlyList<IReadOnlyList<double>> TornadoValues { get; init; }

    /// <summary>Number of points at which the patients were simulated.</summary>
    public required int Points { get; init; }

    /// <summary>Time taken, seconds; the only number that depends on the machine.</summary>
    public required double ElapsedSeconds { get; init; }
}

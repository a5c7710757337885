using ProgressionSim.Experiments.Evidence;

namespace ProgressionSim.Experiments.Calibration;

/// <summary>How badly values agree with the targets and with what was believed about them beforehand. Immutable.</summary>
/// <remarks>
/// Half the sum over targets of ((prediction - aim) / sd)^2 plus half of z'z: minus the logarithm of the posterior density, up to a constant, when targets and
/// beliefs are normal and independent. A prediction that the cohort does not give counts as <see cref="CalibrationTarget.MissingDistance"/> standard deviations:
/// a large but finite loss, in which z'z still points back to the beliefs.
/// </remarks>
internal sealed class CalibrationLoss
{
    // Weight of the squared distance to the limits. Beyond a limit predictions stay as they are, so any positive weight has its least loss within the limits.
    private const double OutsideWeight = 1;

    private readonly IReadOnlyList<CalibratedParameter> parameters;

    /// <summary>Takes the targets from a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <exception cref="ArgumentException">No quantity is for fitting, or one of them has no interval.</exception>
    public CalibrationLoss(CalibrationPlan plan)
    {
        parameters = plan.Parameters;
        Targets =
        [
            .. from entry in plan.Evidence.Quantities.Index() where entry.Item.Use == EvidenceUse.Fit select new CalibrationTarget(entry.Item, entry.Index),
        ];
        if (Targets.Count == 0)
        {
            throw new ArgumentException("A calibration needs at least one quantity that is for fitting.", nameof(plan));
        }
    }

    /// <summary>The targets.</summary>
    public IReadOnlyList<CalibrationTarget> Targets { get; }

    /// <summary>The point within the limits that is nearest to a point.</summary>
    /// <param name="z">Point, in standard deviations of the beliefs.</param>
    public double[] Within(ReadOnlySpan<double> z)
    {
        var inside = new double[z.Length];
        for (var i = 0; i < inside.Length; i++)
        {
            inside[i] = parameters[i].NearestWithin(z[i]);
        }

        return inside;
    }

    /// <summary>Values of the parameters at a point.</summary>
    /// <param name="z">Point, in standard deviations of the beliefs.</param>
    public double[] Values(IReadOnlyList<double> z) => [.. parameters.Select((parameter, i) => parameter.ValueAt(z[i]))];

    /// <summary>Loss of a point within the limits; at least 0 and finite.</summary>
    /// <param name="z">Point.</param>
    /// <param name="predictions">Predictions of all quantities there.</param>
    public double At(IReadOnlyList<double> z, double[] predictions)
    {
        var sum = z.Sum(x => x * x);
        foreach (var target in Targets)
        {
            var distance = target.Distance(predictions[target.Index]);
            sum += distance * distance;
        }

        return sum / 2;
    }

    /// <summary>What is added to the loss for lying outside the limits; 0 within them.</summary>
    /// <param name="z">Point.</param>
    /// <param name="inside">The nearest point within the limits, where the predictions are made.</param>
    public static double Outside(IReadOnlyList<double> z, double[] inside) =>
        OutsideWeight * z.Zip(inside).Sum(pair => (pair.First - pair.Second) * (pair.First - pair.Second));
}

using ProgressionSim.Experiments.Evidence;

namespace ProgressionSim.Experiments.Calibration;

/// <summary>How far predictions lie from the targets and values from what was believed: minus the logarithm of the posterior density, up to a constant.</summary>
/// <param name="quantities">All quantities of the evidence.</param>
internal sealed class CalibrationLoss(IReadOnlyList<EvidenceQuantity> quantities)
{
    private const double Normal95 = 1.959963984540054;

    // A cohort that gives no number lies as far off as one could.
    private const double WithoutNumber = 50;

    /// <summary>Places of the targets among the quantities.</summary>
    public IReadOnlyList<int> Targets { get; } = [.. quantities.Index().Where(item => item.Item.Use == EvidenceUse.Fit).Select(item => item.Index)];

    /// <summary>Half the sum of squared distances of targets and of beliefs, in their standard deviations.</summary>
    /// <param name="z">Values, in standard deviations of the beliefs.</param>
    /// <param name="predictions">Predictions of all quantities.</param>
    public double Of(IReadOnlyList<double> z, IReadOnlyList<double> predictions) =>
        0.5 * (z.Sum(each => each * each) + Targets.Sum(target => Residual(target, predictions[target]) is var distance ? distance * distance : 0));

    /// <summary>Distance of a prediction from its target in standard deviations of the target; negative below it.</summary>
    /// <param name="target">Place of the target.</param>
    /// <param name="prediction">Its prediction.</param>
    public double Residual(int target, double prediction) =>
        double.IsFinite(prediction) ? (prediction - Aim(target)) / Sd(target, prediction) : WithoutNumber;

    /// <summary>Standard deviation of a target on the side of a prediction: an interval need not have its value in the middle.</summary>
    /// <param name="target">Place of the target.</param>
    /// <param name="prediction">Its prediction.</param>
    public double Sd(int target, double prediction)
    {
        var quantity = quantities[target];
        return (prediction < Aim(target) ? Aim(target) - quantity.Low!.Value : quantity.High!.Value - Aim(target)) / Normal95;
    }

    /// <summary>Published value of a target, or the middle of its interval where it has none or has it at an end.</summary>
    private double Aim(int target)
    {
        var quantity = quantities[target];
        return quantity.Value is { } value && value > quantity.Low && value < quantity.High ? value : (quantity.Low!.Value + quantity.High!.Value) / 2;
    }
}

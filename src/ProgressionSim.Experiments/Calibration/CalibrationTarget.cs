using ProgressionSim.Experiments.Evidence;

namespace ProgressionSim.Experiments.Calibration;

/// <summary>A published quantity that parameters are fitted to: an aim and how far from it is one standard deviation.</summary>
internal sealed class CalibrationTarget
{
    /// <summary>Distance of a prediction that the cohort does not give, in standard deviations, and the largest that any prediction has.</summary>
    public const double MissingDistance = 1000;

    /// <summary>Half the width of a 95 % interval in standard deviations of a normal distribution.</summary>
    public const double HalfWidth95 = 1.959963984540054;

    private readonly double sdBelow;
    private readonly double sdAbove;

    /// <summary>Makes a target of a quantity: its value, or the middle of its interval.</summary>
    /// <param name="quantity">A quantity with an interval.</param>
    /// <param name="index">Its place in the evidence.</param>
    /// <exception cref="ArgumentException">It has no interval, or one without width.</exception>
    public CalibrationTarget(EvidenceQuantity quantity, int index)
    {
        if (quantity is not { Low: { } low, High: { } high } || !(high > low))
        {
            throw new ArgumentException($"{quantity.Name} is for fitting, so its interval needs an upper end above its lower end.", nameof(quantity));
        }

        Index = index;
        Aim = quantity.Value ?? ((low + high) / 2);
        Sd = (high - low) / (2 * HalfWidth95);

        // A value inside its interval says how far each end is; one on the edge or outside, by another definition of the interval, does not.
        var isInside = Aim > low && Aim < high;
        sdBelow = isInside ? (Aim - low) / HalfWidth95 : Sd;
        sdAbove = isInside ? (high - Aim) / HalfWidth95 : Sd;
    }

    /// <summary>Its place in the evidence.</summary>
    public int Index { get; }

    /// <summary>What a prediction should be.</summary>
    public double Aim { get; }

    /// <summary>Standard deviation of the whole interval, in the quantity's unit.</summary>
    public double Sd { get; }

    /// <summary>Standard deviation on the side of a prediction.</summary>
    /// <param name="prediction">The prediction.</param>
    public double SdTowards(double prediction) => prediction < Aim ? sdBelow : sdAbove;

    /// <summary>Distance of a prediction from the aim in standard deviations, negative below it.</summary>
    /// <param name="prediction">The prediction; NaN or infinite when the cohort gives none.</param>
    public double Distance(double prediction) =>
        double.IsFinite(prediction) ? Math.Clamp((prediction - Aim) / SdTowards(prediction), -MissingDistance, MissingDistance) : MissingDistance;
}

using ProgressionSim.Statistics;

namespace ProgressionSim.Experiments.Uncertainty;

/// <summary>Variance of a single patient's output, split by the law of total variance into chance, patients and parameters.</summary>
/// <remarks>Made by <see cref="VarianceSplitter"/>, which says how. Immutable, so thread-safe.</remarks>
public sealed record VarianceSplit
{
    internal VarianceSplit()
    {
    }

    /// <summary>Not estimable when an output is not finite or the output does not vary at all: then all parts are 0.</summary>
    public required FitStatus Status { get; init; }

    /// <summary>Mean output over draws, patients and repetitions, in its unit; 0 when an output is not finite.</summary>
    public double Mean { get; internal init; }

    /// <summary>Mean variance between repetitions of the same patient under the same parameters: E[Var(y | patient, parameters)].</summary>
    public VarianceComponent Chance { get; internal init; }

    /// <summary>Mean variance between patients' expected outputs under the same parameters: E[Var(E[y | patient, parameters] | parameters)].</summary>
    public VarianceComponent Patients { get; internal init; }

    /// <summary>Variance of the expected output over the parameters' distribution: Var(E[y | parameters]).</summary>
    public VarianceComponent Parameters { get; internal init; }

    /// <summary>Sum of the three, the unbiased estimate of a single output's variance, in the output's unit squared.</summary>
    public double Total => Chance.Variance + Patients.Variance + Parameters.Variance;
}

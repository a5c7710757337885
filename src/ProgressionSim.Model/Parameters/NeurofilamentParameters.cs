namespace ProgressionSim.Model.Parameters;

/// <summary>Neurofilament light chain (NfL) in cerebrospinal fluid.</summary>
public sealed record NeurofilamentParameters
{
    /// <summary>L0: level of a healthy person of <see cref="BaselineReferenceAgeYears"/>, pg/mL in CSF; more than 0.</summary>
    public required double BaselinePgPerMl { get; init => field = Require.Positive(value); }

    /// <summary>Relative rise of the healthy level per year of age, 0-0.2.</summary>
    public required double BaselineRisePerYearOfAge { get; init => field = Require.Between(value, 0, 0.2); }

    /// <summary>Age at which the healthy level is <see cref="BaselinePgPerMl"/>, years.</summary>
    public required double BaselineReferenceAgeYears { get; init => field = Require.NonNegative(value); }

    /// <summary>g: rise of the steady level per unit of loss rate, pg/mL times months; at least 0.</summary>
    public required double ReleasePgPerMlMonths { get; init => field = Require.NonNegative(value); }

    /// <summary>Leak of stressed neurons in units of the loss rate, per neuron per month, at toxic-protein level 1; at least 0.</summary>
    public required double StressLeakRatePerMonth { get; init => field = Require.NonNegative(value); }

    /// <summary>Half-life in CSF, months; 0.001 to 1,200.</summary>
    public required double HalfLifeMonths { get; init => field = Require.Between(value, 0.001, 1200); }

    /// <summary>Coefficient of variation of the assay (log-normal), 0-1.</summary>
    public required double AssayCv { get; init => field = Require.Fraction(value); }
}

namespace ProgressionSim.Statistics.SampleSizes;

/// <summary>Patients in two groups; fractions are allowed, as formulas give them.</summary>
/// <param name="Group0">Patients in the reference group.</param>
/// <param name="Group1">Patients in the other group.</param>
public readonly record struct GroupSizes(double Group0, double Group1)
{
    /// <summary>Patients in both groups.</summary>
    public double Total => Group0 + Group1;

    /// <summary>Group 1 over group 0.</summary>
    public double Allocation => Group1 / Group0;

    /// <summary>The next whole numbers; a rounding error of 1e-9 does not add a patient.</summary>
    /// <returns>Whole sizes, never below the formula's.</returns>
    public GroupSizes RoundUp() => new(Math.Ceiling(Group0 - 1e-9), Math.Ceiling(Group1 - 1e-9));
}

namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Sums over the patients of one pattern and group while the measurements are read: of s = Z'y and of s s'.</summary>
internal struct PatternSums
{
    /// <summary>Number of patients.</summary>
    public double Patients;

    /// <summary>Sum of their sums of measurements.</summary>
    public double S1;

    /// <summary>Sum of their sums of time times measurement.</summary>
    public double S2;

    /// <summary>Sums of the products of these two.</summary>
    public double S11, S12, S22;

    /// <summary>Adds one patient.</summary>
    public void Add(double s1, double s2)
    {
        Patients++;
        S1 += s1;
        S2 += s2;
        S11 += s1 * s1;
        S12 += s1 * s2;
        S22 += s2 * s2;
    }
}

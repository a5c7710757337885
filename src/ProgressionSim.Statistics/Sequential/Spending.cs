using MathNet.Numerics.Distributions;

namespace ProgressionSim.Statistics.Sequential;

/// <summary>How much of a type I (or II) error has been spent by the time a fraction of the planned information is there.</summary>
/// <remarks>
/// Sources: Lan and DeMets, Biometrika 70:659-663 (1983), doi:10.1093/biomet/70.3.659; Hwang, Shih and DeCani, Stat Med 9:1439-1445 (1990),
/// doi:10.1002/sim.4780091207; Kim and DeMets, Biometrika 74:149-154 (1987), doi:10.1093/biomet/74.1.149. Immutable, so thread-safe.
/// </remarks>
public sealed record Spending
{
    private Spending(SpendingFamily family, double parameter)
    {
        Family = family;
        Parameter = parameter;
    }

    /// <summary>Lan and DeMets' function like O'Brien and Fleming.</summary>
    public static Spending OBrienFlemingLike { get; } = new(SpendingFamily.OBrienFlemingLike, double.NaN);

    /// <summary>Lan and DeMets' function like Pocock.</summary>
    public static Spending PocockLike { get; } = new(SpendingFamily.PocockLike, double.NaN);

    /// <summary>Shape of the function.</summary>
    public SpendingFamily Family { get; }

    /// <summary>Gamma or rho; NaN for the families without a parameter.</summary>
    public double Parameter { get; }

    /// <summary>Hwang, Shih and DeCani's function.</summary>
    /// <param name="gamma">-40 to 40; -4 is near O'Brien and Fleming, 1 near Pocock, 0 spends evenly.</param>
    /// <returns>The function.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The parameter is outside its range.</exception>
    public static Spending HwangShihDeCani(double gamma) => gamma is >= -40 and <= 40
        ? new(SpendingFamily.HwangShihDeCani, gamma)
        : throw new ArgumentOutOfRangeException(nameof(gamma), gamma, "Gamma lies between -40 and 40.");

    /// <summary>Kim and DeMets' power function.</summary>
    /// <param name="rho">Above 0, at most 50; 3 is near O'Brien and Fleming, 1 spends evenly.</param>
    /// <returns>The function.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The parameter is outside its range.</exception>
    public static Spending KimDeMets(double rho) => rho is > 0 and <= 50
        ? new(SpendingFamily.KimDeMets, rho)
        : throw new ArgumentOutOfRangeException(nameof(rho), rho, "Rho lies above 0 and at most at 50.");

    /// <summary>Error spent up to and including a look.</summary>
    /// <param name="informationRate">Information over planned final information; at least 0; 1 or more spends everything.</param>
    /// <param name="total">Error to spend in all; between 0 and 1, both excluded.</param>
    /// <returns>0 to the total.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public double Spent(double informationRate, double total)
    {
        if (!(informationRate >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(informationRate), informationRate, "An information rate is at least 0.");
        }

        CriticalValue.Check(total, nameof(total));
        if (informationRate >= 1)
        {
            return total;
        }

        return informationRate == 0 ? 0 : Family switch
        {
            SpendingFamily.OBrienFlemingLike => 2 * Normal.CDF(0, 1, Normal.InvCDF(0, 1, total / 2) / Math.Sqrt(informationRate)),
            SpendingFamily.PocockLike => total * Math.Log(1 + ((Math.E - 1) * informationRate)),
            SpendingFamily.HwangShihDeCani => Math.Abs(Parameter) < 1e-9
                ? total * informationRate
                : total * (Math.Exp(-Parameter * informationRate) - 1) / (Math.Exp(-Parameter) - 1),
            _ => total * Math.Pow(informationRate, Parameter),
        };
    }
}

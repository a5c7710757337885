namespace ProgressionSim.Model.Parameters;

/// <summary>
/// An antisense drug dosed into the cerebrospinal fluid: knock-down E = Emax C^h / (EC50^h + C^h) of the concentration C in the effect compartment.
/// EC50 and a factor on clearance vary between patients and are part of the population.
/// </summary>
/// <param name="Name">Name in the scenario, unique.</param>
public sealed record AntisenseTreatment(string Name) : Treatment(Name)
{
    /// <summary>Amount of one dose, mg; more than 0.</summary>
    public required double DoseMilligrams { get; init => field = Require.Positive(value); }

    /// <summary>When doses are given.</summary>
    public required DoseSchedule Schedule
    {
        get;
        init => field = value.IsConsistent
            ? value
            : throw new ArgumentException("Loading doses of their own amounts need one for each loading day, and none may be missed.", nameof(Schedule));
    }

    /// <summary>Where the drug goes.</summary>
    public required IntrathecalPharmacokinetics Pharmacokinetics
    {
        get;
        init => field = value.IsConsistent ? value : throw new ArgumentException("An exchange or the effect names a compartment that does not exist.", nameof(Pharmacokinetics));
    }

    /// <summary>Emax: largest knock-down, 0-1.</summary>
    public required double MaximumKnockdown { get; init => field = Require.Fraction(value); }

    /// <summary>h: Hill exponent; more than 0.</summary>
    public required double Hill { get; init => field = Require.Positive(value); }
}

using ProgressionSim.Model.Parameters;

namespace ProgressionSim.TestKit;

/// <summary>Published intrathecal drugs.</summary>
public static class TestDrugs
{
    /// <summary>Nusinersen in CSF and nervous tissue. Source: Luu et al., J Clin Pharmacol 57:1031 (2017), doi:10.1002/jcph.884.</summary>
    public static IntrathecalPharmacokinetics Nusinersen { get; } = new()
    {
        Compartments = [new("CSF", 0.433, 0.136), new("CNS", 263, 0)],
        Exchanges = [new(0, 1, 0.0712)],
        EffectCompartment = 1,
    };

    /// <summary>Tominersen in CSF and two further compartments. Source: Yamamoto et al., CPT PSP 12:1213 (2023), doi:10.1002/psp4.13001.</summary>
    public static IntrathecalPharmacokinetics Tominersen { get; } = new()
    {
        Compartments = [new("CSF", 0.0436042, 0.0176577), new("peripheral CSF", 0.0517384, 0), new("tissue", 0.0117556, 0)],
        Exchanges = [new(0, 1, 0.00982466), new(0, 2, 1.20953e-5)],
        EffectCompartment = 2,
    };

    /// <summary>An antisense drug: three loading doses in a month, then every 12 weeks, 100 mg.</summary>
    /// <param name="name">Name.</param>
    public static AntisenseTreatment Antisense(string name) => new(name)
    {
        DoseMilligrams = 100,
        Schedule = new DoseSchedule { LoadingDays = [0, 14, 28], MaintenanceIntervalDays = 84, MissedDoseProbability = 0.05 },
        Pharmacokinetics = Tominersen,
        MaximumKnockdown = 0.85,
        Hill = 1,
    };
}

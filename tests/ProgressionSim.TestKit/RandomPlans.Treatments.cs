using ProgressionSim.Model.Parameters;

namespace ProgressionSim.TestKit;

public static partial class RandomPlans
{
    /// <summary>None to three treatments.</summary>
    private static Treatment[] Treatments(SplitMix64 random) => [.. Enumerable.Range(0, random.NextBelow(4)).Select(i => OneTreatment(random, $"treatment {i}"))];

    private static Treatment OneTreatment(SplitMix64 random, string name)
    {
        double? stop = random.Chance(0.3) ? random.LogBetween(0.1, 30) : null;
        return random.NextBelow(4) switch
        {
            0 => new KnockdownTreatment(name) { Knockdown = Fraction(random), RampMonths = random.ZeroOr(0.4, 0.05, 20), StopAfterMonths = stop },
            1 => new RateRatioTreatment(name)
            {
                StressRatio = random.ZeroOr(0.1, 0.1, 2),
                DeathRatio = random.ZeroOr(0.1, 0.1, 2),
                RampMonths = random.ZeroOr(0.4, 0.05, 20),
                StopAfterMonths = stop,
            },
            _ => new AntisenseTreatment(name)
            {
                DoseMilligrams = random.LogBetween(1, 300),
                Schedule = Schedule(random),
                Pharmacokinetics = random.Chance(0.3) ? random.Pick(TestDrugs.Nusinersen, TestDrugs.Tominersen) : Pharmacokinetics(random),
                MaximumKnockdown = Fraction(random),
                Hill = random.Chance(0.4) ? 1 : random.LogBetween(0.3, 4),
                StopAfterMonths = stop,
            },
        };
    }

    private static DoseSchedule Schedule(SplitMix64 random)
    {
        var days = new double[random.Whole(1, 5)];
        days[0] = random.ZeroOr(0.6, 0.1, 60);
        for (var i = 1; i < days.Length; i++)
        {
            // Several doses may fall into one step.
            days[i] = days[i - 1] + random.LogBetween(0.1, 90);
        }

        return new DoseSchedule
        {
            LoadingDays = days,
            MaintenanceIntervalDays = random.Chance(0.3) ? null : random.LogBetween(1, 200),
            MissedDoseProbability = random.Chance(0.4) ? 0 : random.Chance(0.1) ? 1 : random.Between(0, 0.6),
        };
    }

    /// <summary>One to six compartments in a chain with further exchanges; any of them may drive the effect, and nothing needs to be cleared.</summary>
    private static IntrathecalPharmacokinetics Pharmacokinetics(SplitMix64 random)
    {
        var count = random.Whole(1, IntrathecalPharmacokinetics.MaximumCompartments);
        var compartments = Enumerable.Range(0, count).Select(i => new DrugCompartment($"compartment {i}", random.LogBetween(0.01, 300), random.ZeroOr(0.5, 1e-4, 0.5)));
        var chain = Enumerable.Range(1, count - 1).Select(i => new DrugExchange(i - 1, i, random.LogBetween(1e-5, 0.5)));
        var more = Enumerable.Range(2, Math.Max(count - 2, 0)).Where(_ => random.Chance(0.3)).Select(i => new DrugExchange(0, i, random.LogBetween(1e-5, 0.5)));
        return new IntrathecalPharmacokinetics { Compartments = [.. compartments], Exchanges = [.. chain, .. more], EffectCompartment = random.NextBelow(count) };
    }

    /// <summary>One to five arms; the first is untreated more often than not, and an arm may give one treatment twice.</summary>
    private static Arm[] Arms(SplitMix64 random, int treatments) =>
    [
        .. Enumerable.Range(0, random.Whole(1, 5)).Select(i => new Arm(
            $"arm {i}",
            treatments == 0 || (i == 0 && random.Chance(0.7)) ? [] : [.. Enumerable.Range(0, random.Whole(1, 3)).Select(_ => ArmTreatment(random, treatments))])),
    ];

    private static ArmTreatment ArmTreatment(SplitMix64 random, int treatments)
    {
        var at = random.Pick(Enum.GetValues<StartAt>());
        var offset = random.Chance(0.25) ? 0 : random.LogBetween(0.05, 20);
        var start = new TreatmentStart
        {
            At = at,
            OffsetMonths = random.Chance(0.4) ? -offset : offset,
            AgeYears = at == StartAt.Age ? random.Between(17, 95) : 0,
            NeurofilamentPgPerMl = at == StartAt.NeurofilamentAbove ? random.ZeroOr(0.05, 100, 20_000) : 0,
            ScreeningIntervalMonths = random.LogBetween(0.1, 12),
        };
        return new ArmTreatment(random.NextBelow(treatments), start, random.Chance(0.3) ? random.LogBetween(0.1, 30) : null);
    }
}

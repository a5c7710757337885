using ProgressionSim.Model.Parameters;
using ProgressionSim.TestKit;

namespace ProgressionSim.Model.Tests.Parameters;

/// <summary>A parameter that exists is a valid one: every rule refuses what breaks it, and names the property.</summary>
public sealed class ParameterTests
{
    private static readonly double[] NotFinite = [double.NaN, double.PositiveInfinity, double.NegativeInfinity];
    private static readonly double[] NotNonNegative = [-1e-9, .. NotFinite];
    private static readonly double[] NotPositive = [0, -1, .. NotFinite];
    private static readonly double[] NotFraction = [-1e-9, 1.000001, .. NotFinite];

    public static TheoryData<string> Rules() => [.. All().Select(rule => rule.Name)];

    [Theory]
    [Trait("Evidence", "Exact")]
    [MemberData(nameof(Rules))]
    public void Refuses_what_breaks_its_rule(string name)
    {
        var (_, set, invalid, valid) = All().Single(rule => string.Equals(rule.Name, name, StringComparison.Ordinal));
        Assert.All(invalid, value => Assert.ThrowsAny<ArgumentException>(() => set(value)));
        Assert.All(valid, value => Assert.NotNull(set(value)));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Errors_name_the_property_and_value()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => TestPlans.Disease() with { FocusFraction = 1.5 });
        Assert.Contains("Must be between 0 and 1.", error.Message, StringComparison.Ordinal);
        Assert.Equal(1.5, error.ActualValue);
        error = Assert.Throws<ArgumentOutOfRangeException>(() => TestPlans.Disease() with { RegionVulnerability = new(1, 1, -1, 1) });
        Assert.Contains("Respiratory", error.ParamName!, StringComparison.Ordinal);
    }

    /// <summary>Every numeric property of the parameter types is either in the list above or known to need no rule.</summary>
    [Fact]
    [Trait("Evidence", "Invariant")]
    public void Every_number_of_every_parameter_type_has_a_rule()
    {
        HashSet<string> without = ["Arm.", "Assumption.", "RegionValues.", "ArmTreatment.TreatmentIndex", "DrugExchange.First", "DrugExchange.Second", "ArmTreatment.StopAfterMonths"];
        var names = All().Select(rule => rule.Name).ToHashSet(StringComparer.Ordinal);
        var numbers = typeof(DiseaseParameters).Assembly.GetTypes()
            .Where(type => string.Equals(type.Namespace, typeof(DiseaseParameters).Namespace, StringComparison.Ordinal) && type is { IsPublic: true, IsEnum: false })
            .SelectMany(type => type.GetProperties().Where(property => property.GetIndexParameters().Length == 0 && property.DeclaringType == type)
                .Where(property => IsNumber(property.PropertyType)).Select(property => $"{type.Name}.{property.Name}"));
        Assert.DoesNotContain(numbers, name => !names.Contains(name) && !without.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));
    }

    private static bool IsNumber(Type type) =>
        type == typeof(double) || type == typeof(double?) || type == typeof(int) || type == typeof(RegionValues)
        || type == typeof(IReadOnlyList<double>) || type == typeof(IReadOnlyList<RegionValues>);

    private static IEnumerable<(string Name, Func<double, object> Set, double[] Invalid, double[] Valid)> All()
    {
        var disease = TestPlans.Disease();
        var (nfl, scores, milestones, survival) = (TestPlans.Measures().Neurofilament, TestPlans.Measures().FunctionScores, TestPlans.Measures().Milestones, TestPlans.Measures().Survival);
        var drug = TestDrugs.Antisense("drug");
        var (knockdown, ratio) = (new KnockdownTreatment("k") { Knockdown = 0, RampMonths = 0 }, new RateRatioTreatment("r") { StressRatio = 1, DeathRatio = 1, RampMonths = 0 });
        var start = new TreatmentStart { At = StartAt.Age };
        RegionValues Last(double x) => new(1, 1, 1, x);
        yield return ("DiseaseParameters.MotorNeuronsPerRegion", x => disease with { MotorNeuronsPerRegion = new(x, 100, 100, 100) }, [99, 20_001, 100.5, .. NotFinite], [100, 20_000]);
        yield return ("DiseaseParameters.FocusFraction", x => disease with { FocusFraction = x }, NotFraction, [0, 1]);
        yield return ("DiseaseParameters.RegionVulnerability", x => disease with { RegionVulnerability = Last(x) }, NotNonNegative, [0, 5]);
        yield return ("DiseaseParameters.SpontaneousRecoveryRatePerMonth", x => disease with { SpontaneousRecoveryRatePerMonth = x }, NotNonNegative, [0, 5]);
        yield return ("DiseaseParameters.ToxicProteinHalfLifeMonths", x => disease with { ToxicProteinHalfLifeMonths = x }, NotPositive, [0.01]);
        yield return ("DiseaseParameters.MotorUnitTypes", x => disease with { MotorUnitTypes = [new("a", 0.5, 1), new("b", x, 1)] }, [0.4, 0.6, 0.5001], [0.5]);
        yield return ("MotorUnitType.Share", x => new MotorUnitType("a", x, 1), [0, .. NotFraction], [1, 0.1]);
        yield return ("MotorUnitType.Vulnerability", x => new MotorUnitType("a", 1, x), NotNonNegative, [0, 2]);
        yield return ("CompensationParameters.MaximumEnlargement", x => disease.Compensation with { MaximumEnlargement = x }, [0.99, 1001, .. NotFinite], [1, 5]);
        yield return ("CompensationParameters.RatePerMonth", x => disease.Compensation with { RatePerMonth = x }, NotNonNegative, [0, 2]);
        yield return ("CompensationParameters.StressedNeuronFunction", x => disease.Compensation with { StressedNeuronFunction = x }, NotFraction, [0, 1]);
        yield return ("StressParameters.SpontaneousRatePerMonth", x => disease.Stress with { SpontaneousRatePerMonth = Last(x) }, NotNonNegative, [0]);
        yield return ("StressParameters.WithinRegionRatePerMonth", x => disease.Stress with { WithinRegionRatePerMonth = Last(x) }, NotNonNegative, [0]);
        yield return ("StressParameters.Contiguity", x => disease.Stress with { Contiguity = [new(0, x, 1, 1), new(1, 0, 1, 1), new(1, 1, 0, 1), new(1, 1, 1, 0)] }, NotNonNegative, [0, 2]);
        yield return ("StressParameters.Contiguity diagonal", x => disease.Stress with { Contiguity = [new(0, 1, 1, 1), new(1, x, 1, 1), new(1, 1, 0, 1), new(1, 1, 1, 0)] }, [0.1], [0]);
        yield return ("StressParameters.Contiguity rows", x => disease.Stress with { Contiguity = [.. disease.Stress.Contiguity.Take((int)x)] }, [0, 3], [4]);
        yield return ("StressParameters.ProteinIndependentShare", x => disease.Stress with { ProteinIndependentShare = x }, NotFraction, [0, 1]);
        yield return ("StressParameters.ProteinExponent", x => disease.Stress with { ProteinExponent = x }, NotPositive, [0.5]);
        yield return ("DeathParameters.RatePerMonth", x => disease.Death with { RatePerMonth = Last(x) }, NotNonNegative, [0]);
        yield return ("DeathParameters.ProteinIndependentShare", x => disease.Death with { ProteinIndependentShare = x }, NotFraction, [0, 1]);
        yield return ("DeathParameters.ProteinExponent", x => disease.Death with { ProteinExponent = x }, NotPositive, [2]);
        yield return ("NeurofilamentParameters.BaselinePgPerMl", x => nfl with { BaselinePgPerMl = x }, NotPositive, [1]);
        yield return ("NeurofilamentParameters.BaselineRisePerYearOfAge", x => nfl with { BaselineRisePerYearOfAge = x }, [-0.01, 0.21, .. NotFinite], [0, 0.2]);
        yield return ("NeurofilamentParameters.BaselineReferenceAgeYears", x => nfl with { BaselineReferenceAgeYears = x }, NotNonNegative, [0]);
        yield return ("NeurofilamentParameters.ReleasePgPerMlMonths", x => nfl with { ReleasePgPerMlMonths = x }, NotNonNegative, [0]);
        yield return ("NeurofilamentParameters.StressLeakRatePerMonth", x => nfl with { StressLeakRatePerMonth = x }, NotNonNegative, [0]);
        yield return ("NeurofilamentParameters.HalfLifeMonths", x => nfl with { HalfLifeMonths = x }, NotPositive, [1]);
        yield return ("NeurofilamentParameters.AssayCv", x => nfl with { AssayCv = x }, NotFraction, [0, 1]);
        yield return ("FunctionScoreParameters.AlsfrsThresholds", x => scores with { AlsfrsThresholds = [0.2, 0.4, 0.6, x] }, [0.6, 0.5, 1, double.NaN], [0.61, 0.99]);
        yield return ("FunctionScoreParameters.AlsfrsThresholds first", x => scores with { AlsfrsThresholds = [x, 0.4, 0.6, 0.8] }, [0, 0.4, double.NaN], [0.01]);
        yield return ("FunctionScoreParameters.AlsfrsDiscrimination", x => scores with { AlsfrsDiscrimination = x }, NotPositive, [1]);
        yield return ("FunctionScoreParameters.SvcExponent", x => scores with { SvcExponent = x }, NotPositive, [1]);
        yield return ("FunctionScoreParameters.SvcNoiseSdPercent", x => scores with { SvcNoiseSdPercent = x }, NotNonNegative, [0]);
        yield return ("FunctionScoreParameters.MotorUnitNumberCv", x => scores with { MotorUnitNumberCv = x }, NotFraction, [0, 1]);
        yield return ("MilestoneParameters.SymptomOnsetFunction", x => milestones with { SymptomOnsetFunction = x }, NotFraction, [0, 1]);
        yield return ("MilestoneParameters.ElectromyographicAffectedFraction", x => milestones with { ElectromyographicAffectedFraction = x }, NotFraction, [0, 1]);
        yield return ("MilestoneParameters.NeurofilamentFoldRise", x => milestones with { NeurofilamentFoldRise = x }, [0.99, 1e7, .. NotFinite], [1, 10]);
        yield return ("SurvivalParameters.BackgroundRatePerMonth", x => survival with { BackgroundRatePerMonth = x }, NotNonNegative, [0]);
        yield return ("SurvivalParameters.BackgroundRisePerYearOfAge", x => survival with { BackgroundRisePerYearOfAge = x }, [-0.1, 0.3, .. NotFinite], [0, 0.2]);
        yield return ("SurvivalParameters.BackgroundReferenceAgeYears", x => survival with { BackgroundReferenceAgeYears = x }, NotNonNegative, [0]);
        yield return ("SurvivalParameters.MaximumRatePerMonth", x => survival with { MaximumRatePerMonth = x }, NotNonNegative, [0]);
        yield return ("SurvivalParameters.RespiratorySteepness", x => survival with { RespiratorySteepness = x }, NotPositive, [1]);
        yield return ("SurvivalParameters.BulbarMaximumRatePerMonth", x => survival with { BulbarMaximumRatePerMonth = x }, NotNonNegative, [0]);
        yield return ("AntisenseTreatment.DoseMilligrams", x => drug with { DoseMilligrams = x }, NotPositive, [1]);
        yield return ("AntisenseTreatment.MaximumKnockdown", x => drug with { MaximumKnockdown = x }, NotFraction, [0, 1]);
        yield return ("AntisenseTreatment.Hill", x => drug with { Hill = x }, NotPositive, [2]);
        yield return ("DoseSchedule.LoadingDays", x => drug.Schedule with { LoadingDays = [x, 14] }, [-1, 14, 20, double.NaN], [0, 13]);
        yield return ("DoseSchedule.LoadingDays empty", x => drug.Schedule with { LoadingDays = [.. Enumerable.Repeat(0.0, (int)x)] }, [0, 2], [1]);
        yield return ("DoseSchedule.LoadingShares", x => drug.Schedule with { LoadingShares = [x] }, [-1, 0, .. NotFinite], [0.1, 2]);
        yield return ("DoseSchedule.MaintenanceIntervalDays", x => drug.Schedule with { MaintenanceIntervalDays = x }, [0.9, 40_000, .. NotFinite], [1, 84]);
        yield return ("DoseSchedule.MissedDoseProbability", x => drug.Schedule with { MissedDoseProbability = x }, NotFraction, [0, 1]);
        yield return ("IntrathecalPharmacokinetics.EffectCompartment", x => drug.Pharmacokinetics with { EffectCompartment = (int)x }, [-1, 6], [0, 2]);
        yield return ("IntrathecalPharmacokinetics.Compartments", x => drug.Pharmacokinetics with { Compartments = [.. Enumerable.Repeat(new DrugCompartment("c", 1, 1), (int)x)] }, [0, 7], [1, 6]);
        yield return ("DrugCompartment.VolumeLiters", x => new DrugCompartment("c", x, 1), NotPositive, [1]);
        yield return ("DrugCompartment.ClearanceLitersPerHour", x => new DrugCompartment("c", 1, x), NotNonNegative, [0]);
        yield return ("DrugExchange.LitersPerHour", x => new DrugExchange(0, 1, x), NotPositive, [1]);
        yield return ("KnockdownTreatment.Knockdown", x => knockdown with { Knockdown = x }, NotFraction, [0, 1]);
        yield return ("KnockdownTreatment.RampMonths", x => knockdown with { RampMonths = x }, NotNonNegative, [0]);
        yield return ("RateRatioTreatment.StressRatio", x => ratio with { StressRatio = x }, NotNonNegative, [0, 2]);
        yield return ("RateRatioTreatment.DeathRatio", x => ratio with { DeathRatio = x }, NotNonNegative, [0, 2]);
        yield return ("RateRatioTreatment.RampMonths", x => ratio with { RampMonths = x }, NotNonNegative, [0]);
        yield return ("Treatment.StopAfterMonths", x => knockdown with { StopAfterMonths = x }, NotPositive, [1]);
        yield return ("TreatmentStart.OffsetMonths", x => start with { OffsetMonths = x }, [-1201, 1201, .. NotFinite], [-12, 12]);
        yield return ("TreatmentStart.AgeYears", x => start with { AgeYears = x }, [-1, 121, .. NotFinite], [0, 120]);
        yield return ("TreatmentStart.NeurofilamentPgPerMl", x => start with { NeurofilamentPgPerMl = x }, NotNonNegative, [0]);
        yield return ("TreatmentStart.ScreeningIntervalMonths", x => start with { ScreeningIntervalMonths = x }, NotPositive, [1]);
    }
}

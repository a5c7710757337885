using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Architecture.Tests.Immutability;

/// <summary>Invariant: parameters, populations and plans never change once they exist.</summary>
public sealed class ImmutabilityTests
{
    [Fact]
    public void Data_never_change() => Offences.None(
        "Data are enums, readonly structs or records that are sealed or abstract, with get or init properties.",
        PlanTypes.Data.SelectMany(ImmutabilityChecker.Data));

    [Fact]
    public void Services_never_change() => Offences.None("Classes beside the data are sealed, with readonly fields.", PlanTypes.Services.SelectMany(ImmutabilityChecker.Service));

    [Fact]
    public void A_finished_run_is_a_record_that_never_changes() => Offences.None("RunResult holds plan and record.", ImmutabilityChecker.Data(typeof(RunResult)));

    [Theory]
    [InlineData(typeof(RunPlan))]
    [InlineData(typeof(DiseaseParameters))]
    [InlineData(typeof(RegionValues))]
    [InlineData(typeof(AntisenseTreatment))]
    [InlineData(typeof(PatientPopulation))]
    [InlineData(typeof(Subgroup))]
    [InlineData(typeof(LogNormalDistribution))]
    public void Known_plan_types_are_among_those_checked(Type type) => Assert.Contains(type, PlanTypes.Data);
}

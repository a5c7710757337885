using ProgressionSim.Engine.Recording;
using ProgressionSim.Scenarios.Trial;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Scenarios.Tests.Trial;

/// <summary>The names a trial can use are those of the engine's measures. Invariant.</summary>
public sealed class TrialMeasureNamesTests
{
    [Fact]
    public void Visit_measures_are_the_catalogues_by_number_name_and_unit()
    {
        var catalogue = new MeasureCatalogue(WrittenScenario.Smallest().Accepted().Plan!.Disease).Observed;
        var measures = TrialMeasureNames.All.Where(measure => measure.Source == MeasureSource.Visit).ToList();

        Assert.Equal(catalogue.Select((measure, number) => (measure.Name, measure.Unit, number)), measures.Select(measure => (measure.Name, measure.Unit, measure.Number)));
    }

    [Fact]
    public void Each_has_a_change_named_after_it_but_the_total()
    {
        var changes = TrialMeasureNames.All.Where(measure => measure.Source == MeasureSource.ChangeFromBaseline).ToDictionary(measure => measure.Number);

        Assert.Equal(MeasureCatalogue.Count, changes.Count);
        Assert.Equal("alsfrsChange", changes[MeasureCatalogue.AlsfrsTotal].Name);
        Assert.Equal("svcPercentChange", changes[MeasureCatalogue.Svc].Name);
        Assert.Equal("alsfrsDomain.bulbarChange", changes[MeasureCatalogue.AlsfrsDomain].Name);
    }

    [Fact]
    public void All_baseline_quantities_have_a_name() =>
        Assert.Equal(
            Enum.GetValues<BaselineQuantity>().Select(quantity => (int)quantity),
            TrialMeasureNames.All.Where(measure => measure.Source == MeasureSource.Baseline).Select(measure => measure.Number));

    [Theory]
    [InlineData("alsfrsTotal", true)]
    [InlineData("svcPercentChange", true)]
    [InlineData("function.bulbar", true)]
    [InlineData("healthy.cervical", true)]
    [InlineData("motorUnitNumber.lumbosacral", true)]
    [InlineData("neurofilamentPgPerMl", false)]
    [InlineData("kingsStage", false)]
    [InlineData("mitosStage", false)]
    [InlineData("stressed.bulbar", false)]
    [InlineData("lost.bulbar", false)]
    [InlineData("toxicProtein", false)]
    public void Which_way_is_better(string name, bool higherIsBetter) => Assert.Equal(higherIsBetter, TrialMeasureNames.Find(name)!.HigherIsBetter);

    [Fact]
    public void No_name_is_used_twice() => Assert.Distinct(TrialMeasureNames.Names, StringComparer.Ordinal);
}

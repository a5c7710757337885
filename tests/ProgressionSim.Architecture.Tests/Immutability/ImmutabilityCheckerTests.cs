using ProgressionSim.Architecture.Tests.Controls.Data;

namespace ProgressionSim.Architecture.Tests.Immutability;

/// <summary>Exact: made-up types that the check must refuse or accept.</summary>
public sealed class ImmutabilityCheckerTests
{
    [Theory]
    [InlineData(typeof(Mutable.Unsealed), "neither sealed nor abstract")]
    [InlineData(typeof(Mutable.PlainClass), "is a class")]
    [InlineData(typeof(Mutable.WithSetter), "X can be set")]
    [InlineData(typeof(Mutable.WithPrivateSetter), "X can be set")]
    [InlineData(typeof(Mutable.WithField), "count is a field")]
    [InlineData(typeof(Mutable.WithArray), "Int32[]")]
    [InlineData(typeof(Mutable.WithList), "IList")]
    public void Types_that_can_change_are_refused(Type type, string why) => Assert.Contains(why, Assert.Single(ImmutabilityChecker.Data(type)), StringComparison.Ordinal);

    [Fact]
    public void A_struct_that_is_not_readonly_is_refused_twice() =>
        Assert.Equal(2, ImmutabilityChecker.Data(typeof(Mutable.MutableStruct)).Count());

    [Theory]
    [InlineData(typeof(Mutable.FineEnum))]
    [InlineData(typeof(Mutable.FineStruct))]
    [InlineData(typeof(Mutable.Fine))]
    [InlineData(typeof(Mutable))]
    public void Types_that_never_change_are_accepted(Type type) => Assert.Empty(ImmutabilityChecker.Data(type));

    [Fact]
    public void Services_may_be_classes_but_not_change()
    {
        Assert.Empty(ImmutabilityChecker.Service(typeof(Mutable.PlainClass)));
        Assert.Single(ImmutabilityChecker.Service(typeof(Mutable.WithField)));
    }

    [Fact]
    public void Parts_of_a_plan_are_followed() =>
        Assert.Equal([typeof(Mutable.Fine), typeof(Mutable.WithSetter)], PlanTypes.MadeOf(typeof(Mutable.Fine)).OrderBy(type => type.Name, StringComparer.Ordinal));
}

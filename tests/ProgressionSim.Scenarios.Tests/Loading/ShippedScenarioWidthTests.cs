using ProgressionSim.Scenarios.Loading;
using ProgressionSim.TestKit;

namespace ProgressionSim.Scenarios.Tests.Loading;

/// <summary>Every scenario that ships gives the same record at every width.</summary>
public sealed class ShippedScenarioWidthTests
{
    // Not a multiple of 8, so the last block is partly empty.
    private const int Patients = 403;

    public static TheoryData<string, int> Cases { get; } =
        [.. ScenarioCatalogue.List(ShippedFiles.Folder).SelectMany(scenario => (TheoryDataRow<string, int>[])[(scenario.Path, 8), (scenario.Path, 16)])];

    [Theory]
    [Trait("Evidence", "Exact")]
    [MemberData(nameof(Cases))]
    public void Every_width_gives_the_record_of_one_lane(string path, int lanes)
    {
        Assert.SkipUnless(Records.Supports(lanes), $"no {lanes} lanes here");
        var result = ScenarioLoader.Load(Path.Combine(ShippedFiles.Folder, path), [$"patients={Patients}"]);
        Assert.Empty(result.Problems);
        var one = Records.OfLanes(result.Plan!, 1);
        Assert.Equal(Patients, one.Patients + one.WithoutOrigin);
        Assert.True(one.Patients > Patients / 2, $"{one.Patients} of {Patients} patients reach the report origin");
        Assert.Null(Records.Difference(one, Records.OfLanes(result.Plan!, lanes)));
    }

    [Fact]
    [Trait("Evidence", "Invariant")]
    public void No_scenario_is_passed_over() =>
        Assert.Superset(
            new HashSet<string>(["early-vs-late.json", "untreated.json", "verification/constant-rates.json", "verification/coupled-drug.json", "verification/switch-at-12.json"], StringComparer.Ordinal),
            ScenarioCatalogue.List(ShippedFiles.Folder).Select(scenario => scenario.Path).ToHashSet(StringComparer.Ordinal));
}

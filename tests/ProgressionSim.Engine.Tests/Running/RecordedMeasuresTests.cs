using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Running;

/// <summary>A choice of measures changes nothing in those that are chosen, and leaves the others empty.</summary>
public sealed class RecordedMeasuresTests
{
    public static TheoryData<int, int[]> Choices()
    {
        var choices = new TheoryData<int, int[]>();
        foreach (var lanes in (int[])[1, 4, 8, 16])
        {
            choices.Add(lanes, []);
            for (var measure = 0; measure < MeasureCatalogue.Count; measure++)
            {
                choices.Add(lanes, [measure]);
            }

            choices.Add(lanes, [0, 5, 10, 15, 16, 24, 26, 27, 28, 31]);
        }

        return choices;
    }

    [Theory]
    [Trait("Evidence", "Exact")]
    [MemberData(nameof(Choices))]
    public void Chosen_measures_are_those_of_the_whole_record(int lanes, int[] chosen)
    {
        Assert.SkipUnless(Records.Supports(lanes), $"no {lanes} lanes here");
        var plan = TestRuns.Rich(40, 2301);
        var whole = Records.OfLanes(plan, lanes);
        var some = Records.OfLanes(plan with { RecordedMeasures = chosen }, lanes);
        for (var arm = 0; arm < whole.Arms.Length; arm++)
        {
            SameArm(whole.Arms[arm], some.Arms[arm], chosen);
        }

        foreach (var (pair, same) in whole.Pairs.Zip(some.Pairs))
        {
            for (var cell = 0; cell < pair.Counts.Length; cell++)
            {
                var contrast = whole.Shape.Catalogue.Contrasts[cell % whole.Shape.Contrasts];
                var expected = contrast.Kind == ContrastKind.Alive || chosen.Contains(contrast.Source) ? (pair.Counts[cell], pair.Sums[cell], pair.SumsOfSquares[cell]) : default;
                Assert.Equal(expected, (same.Counts[cell], same.Sums[cell], same.SumsOfSquares[cell]));
            }
        }

        for (var i = 0; i < whole.Examples.Length; i++)
        {
            Assert.Equal(chosen.Contains(i % MeasureCatalogue.Count) ? whole.Examples[i] : float.NaN, some.Examples[i]);
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Measures_are_numbers_of_the_catalogue_in_any_order()
    {
        var plan = TestRuns.Rich(20, 2302);
        Assert.Throws<ArgumentOutOfRangeException>(() => plan with { RecordedMeasures = [MeasureCatalogue.Count] });
        Assert.Throws<ArgumentOutOfRangeException>(() => plan with { RecordedMeasures = [-1] });
        Assert.Null(Records.Difference(
            Simulation.Run(plan with { RecordedMeasures = [3, 24, 8] }).Record, Simulation.Run(plan with { RecordedMeasures = [24, 8, 3, 8] }).Record));
        Assert.Null(Records.Difference(Simulation.Run(plan).Record, Simulation.Run(plan with { RecordedMeasures = [.. Enumerable.Range(0, MeasureCatalogue.Count)] }).Record));
    }

    private static void SameArm(ArmRecord whole, ArmRecord some, int[] chosen)
    {
        Assert.Equal(whole.Alive, some.Alive);
        for (var cell = 0; cell < whole.Sums.Length; cell++)
        {
            var (month, measure) = Math.DivRem(cell, MeasureCatalogue.Count);
            var recorded = chosen.Contains(measure);
            Assert.Equal(recorded ? (whole.Sums[cell], whole.SumsOfSquares[cell]) : default, (some.Sums[cell], some.SumsOfSquares[cell]));
            Assert.Equal(recorded ? whole.Histogram(month, measure).ToArray() : [], some.Histogram(month, measure).ToArray());
        }

        foreach (var milestone in Enum.GetValues<CourseMilestone>())
        {
            var recorded = milestone switch
            {
                >= CourseMilestone.KingsStage1 and <= CourseMilestone.KingsStage4 => chosen.Contains(MeasureCatalogue.KingsStage),
                >= CourseMilestone.MitosStage1 and <= CourseMilestone.MitosStage4 => chosen.Contains(MeasureCatalogue.MitosStage),
                _ => true,
            };
            Assert.Equal(recorded ? whole.Milestones[(int)milestone].Counts.ToArray() : new long[whole.Milestones[(int)milestone].Counts.Length], some.Milestones[(int)milestone].Counts.ToArray());
        }
    }
}

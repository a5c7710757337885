using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Tests.Conduct;

public sealed class BlockRandomisationTests
{
    private static readonly TrialArm[] TwoToOne = [new("placebo", 0, 1), new("active", 1, 2)];
    private static readonly TrialArm[] Three = [new("placebo", 0, 2), new("low", 1, 1), new("high", 2, 3)];

    [Fact]
    public void Every_full_block_of_every_stratum_holds_the_ratio()
    {
        var blocks = new BlockRandomisation(Three, 12, 4);
        blocks.Begin(new KeyedUniforms(601, 3));
        var assigned = Enumerable.Range(0, 4).Select(_ => new List<int>()).ToArray();
        for (var patient = 0; patient < 4000; patient++)
        {
            var stratum = patient * 7 % 11 % 4;
            assigned[stratum].Add(blocks.Assign(stratum));
        }

        foreach (var block in assigned.SelectMany(stratum => stratum.Chunk(12)).Where(block => block.Length == 12))
        {
            Assert.Equal([4, 2, 6], Enumerable.Range(0, 3).Select(arm => block.Count(each => each == arm)));
        }
    }

    [Theory]
    [InlineData(3, 3, 27.6)]
    [InlineData(6, 15, 48)]
    public void Each_permutation_comes_equally_often(int size, int permutations, double critical)
    {
        // Upper points at 1e-5 or rarer: 23.0 with 2 degrees of freedom, 47.1 with 14 (Wilson and Hilferty); the limits leave some room.
        const int Blocks = 12_000;
        var blocks = new BlockRandomisation(TwoToOne, size, 2);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (uint trial = 0; trial < Blocks / 4; trial++)
        {
            blocks.Begin(new KeyedUniforms(602, trial));
            for (var block = 0; block < 4; block++)
            {
                var order = string.Concat(Enumerable.Range(0, size).Select(_ => blocks.Assign(block % 2)));
                counts[order] = counts.GetValueOrDefault(order) + 1;
            }
        }

        Assert.Equal(permutations, counts.Count);
        var expected = (double)Blocks / permutations;
        Assert.InRange(counts.Values.Sum(count => (count - expected) * (count - expected) / expected), 0, critical);
    }

    [Fact]
    public void Assignments_follow_from_seed_trial_stratum_and_place_alone()
    {
        var (one, other) = (new BlockRandomisation(TwoToOne, null, 2), new BlockRandomisation(TwoToOne, 6, 5));
        one.Begin(new KeyedUniforms(603, 9));
        _ = Enumerable.Range(0, 17).Select(_ => one.Assign(1)).ToList();
        one.Begin(new KeyedUniforms(603, 8));
        other.Begin(new KeyedUniforms(603, 8));
        var expected = Enumerable.Range(0, 50).Select(_ => one.Assign(1)).ToList();
        var found = new List<int>();
        for (var patient = 0; patient < 50; patient++)
        {
            other.Assign(patient % 2 == 0 ? 0 : 3);
            found.Add(other.Assign(1));
        }

        Assert.Equal(expected, found);
        other.Begin(new KeyedUniforms(604, 8));
        Assert.NotEqual(expected, Enumerable.Range(0, 50).Select(_ => other.Assign(1)));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(1)]
    [InlineData(7)]
    public void A_block_that_does_not_hold_the_ratio_is_refused(int size)
    {
        var error = Assert.Throws<ArgumentException>(() => new BlockRandomisation(TwoToOne, size, 1));
        Assert.Contains("whose sum is 3", error.Message, StringComparison.Ordinal);
    }
}

using System.Globalization;
using ProgressionSim.Engine.Random;

namespace ProgressionSim.Engine.Tests.Random;

public sealed class PhiloxTests
{
    private static readonly RandomStream Stream = new(7, StreamPurpose.Transitions, 3);

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Equals_the_published_vectors()
    {
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "kat_vectors.csv")).Where(line => line.StartsWith("philox4x32,10,", StringComparison.Ordinal)).ToArray();
        Assert.Equal(3, rows.Length);
        foreach (var row in rows)
        {
            var parts = row.Split(',');
            var (c, k, expected) = (Words(parts[4]), Words(parts[5]), Words(parts[6]));
            var block = Philox.Block(c[0], c[1], c[2], c[3], k[0], k[1]);
            uint[] words = [block.Word0, block.Word1, block.Word2, block.Word3];
            Assert.Equal(expected, words);
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Address_is_counter_step_draw_patient_replicate_and_key_seed_purpose() =>
        Assert.Equal(Philox.Block(11, 12, 13, 3, 7, 2), Philox.Block(Stream, 11, 12, 13));

    [Fact]
    [Trait("Evidence", "Invariant")]
    public void Address_has_no_arm() =>
        Assert.Equal(["Purpose", "Replicate", "Seed"], typeof(RandomStream).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal), StringComparer.Ordinal);

    [Fact]
    [Trait("Evidence", "Invariant")]
    public void Every_part_of_the_address_changes_all_words()
    {
        // A word of two independent blocks agrees by chance with probability 2^-32; 24 words: 6e-9.
        var block = Philox.Block(Stream, 1, 2, 3);
        PhiloxBlock[] others =
        [
            Philox.Block(Stream with { Seed = 8 }, 1, 2, 3),
            Philox.Block(Stream with { Purpose = StreamPurpose.Visits }, 1, 2, 3),
            Philox.Block(Stream with { Replicate = 4 }, 1, 2, 3),
            Philox.Block(Stream, 2, 2, 3),
            Philox.Block(Stream, 1, 3, 3),
            Philox.Block(Stream, 1, 2, 4),
        ];
        Assert.All(others, other => Assert.True(
            block.Word0 != other.Word0 && block.Word1 != other.Word1 && block.Word2 != other.Word2 && block.Word3 != other.Word3));
    }

    [Theory]
    [Trait("Evidence", "Regression")]
    [InlineData(StreamPurpose.Population, 0x5E8D656Cu)]
    [InlineData(StreamPurpose.Transitions, 0x8BB3C3FEu)]
    [InlineData(StreamPurpose.Visits, 0xE70F59CCu)]
    [InlineData(StreamPurpose.Doses, 0xDC00EEFEu)]
    [InlineData(StreamPurpose.Screening, 0x29CCD751u)]
    [InlineData(StreamPurpose.Sensitivity, 0x137A663Au)]
    [InlineData(StreamPurpose.Parameters, 0xB0B1FB7Au)]
    [InlineData(StreamPurpose.Bootstrap, 0x5A7AA372u)]
    [InlineData(StreamPurpose.Calibration, 0x616A5007u)]
    public void First_draws_stay_what_they_are(StreamPurpose purpose, uint first) =>
        Assert.Equal(first.ToString("X8", CultureInfo.InvariantCulture), Philox.Block(new RandomStream(20260101, purpose), 0, 0, 0).Word0.ToString("X8", CultureInfo.InvariantCulture));

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Uniforms_lie_strictly_inside_and_keep_their_order()
    {
        Assert.Equal(Math.Pow(2, -54), UniformBits.ToOpenInterval(0UL));
        Assert.Equal(1 - Math.Pow(2, -53), UniformBits.ToOpenInterval(ulong.MaxValue));
        Assert.Equal(0.5 + Math.Pow(2, -54), UniformBits.ToOpenInterval(1UL << 63), 1e-16);
        Assert.Equal(MathF.Pow(2, -24), UniformBits.ToOpenInterval(0U));
        Assert.Equal(1 - MathF.Pow(2, -24), UniformBits.ToOpenInterval(uint.MaxValue));
        Assert.Equal(UniformBits.ToOpenInterval(0xABCDEF0123456789), new PhiloxBlock(0xABCDEF01, 0x23456789, 0, 0).Uniform);
    }

    private static uint[] Words(string text) => [.. text.Split(' ').Select(word => uint.Parse(word, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
}

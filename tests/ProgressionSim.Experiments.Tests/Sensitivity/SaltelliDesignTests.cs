using ProgressionSim.Experiments.Sensitivity;

namespace ProgressionSim.Experiments.Tests.Sensitivity;

/// <summary>Exact: order and content of the rows.</summary>
public sealed class SaltelliDesignTests
{
    [Fact]
    public void Rows_of_a_base_point_are_A_then_B_then_A_with_one_coordinate_of_B()
    {
        var design = new SaltelliDesign(5, 8, seed: 3, replicate: 2);
        var sequence = SobolSequence.Scrambled(10, 3, 2);
        var both = new double[10];
        var point = new double[5];
        Assert.Equal(8 * 7, design.Rows);
        for (var row = 0; row < design.Rows; row++)
        {
            var (basePoint, kind) = (row / 7, row % 7);
            sequence.Write((uint)basePoint, both);
            design.Write(row, point);
            for (var i = 0; i < 5; i++)
            {
                Assert.Equal(both[kind == 1 || kind == 2 + i ? 5 + i : i], point[i]);
            }
        }
    }

    [Fact]
    public void A_smaller_design_is_the_beginning_of_a_larger_one()
    {
        var (small, large) = (new SaltelliDesign(32, 4, 3), new SaltelliDesign(32, 1024, 3));
        var (a, b) = (new double[32], new double[32]);
        for (var row = 0; row < small.Rows; row++)
        {
            small.Write(row, a);
            large.Write(row, b);
            Assert.Equal(a, b);
        }
    }

    [Fact]
    public void Wrong_numbers_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SaltelliDesign(0, 4, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SaltelliDesign(33, 4, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SaltelliDesign(3, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SaltelliDesign(3, 4, 1).Write(20, new double[3]));
        Assert.Throws<ArgumentException>(() => new SaltelliDesign(3, 4, 1).Write(0, new double[4]));
    }
}

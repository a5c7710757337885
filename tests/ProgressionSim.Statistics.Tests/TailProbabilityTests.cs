using System.Globalization;

namespace ProgressionSim.Statistics.Tests;

/// <summary>Oracle (R's pnorm and pt) and Exact (closed forms for 1 and 2 degrees of freedom).</summary>
public class TailProbabilityTests
{
    [Fact]
    public void Normal_p_values_equal_Rs_pnorm()
    {
        var rows = Rows("pnorm(").Where(row => row.Arguments.Length == 1).ToArray();
        Assert.Equal(10, rows.Length);
        foreach (var (arguments, value) in rows)
        {
            var lower = TailProbability.NormalTwoSided(arguments[0]) / 2;
            Numbers.RelativelyClose(value, arguments[0] <= 0 ? lower : 1 - lower, 1e-13, $"normal {arguments[0]}");
        }
    }

    [Fact]
    public void Student_p_values_equal_Rs_pt()
    {
        var rows = Rows("pt(").Where(row => row.Arguments.Length == 2).ToArray();
        Assert.Equal(30, rows.Length);
        foreach (var (arguments, value) in rows)
        {
            var lower = TailProbability.StudentTTwoSided(arguments[0], arguments[1]) / 2;
            Numbers.RelativelyClose(value, arguments[0] <= 0 ? lower : 1 - lower, 1e-12, $"t {arguments[0]} with {arguments[1]}");
        }
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(0.3)]
    [InlineData(1.7)]
    [InlineData(1.8)]
    [InlineData(40)]
    [InlineData(1e8)]
    public void Few_degrees_of_freedom_equal_closed_forms(double t)
    {
        Numbers.RelativelyClose(t > 1 ? 2 / Math.PI * Math.Atan(1 / t) : 1 - (2 / Math.PI * Math.Atan(t)), TailProbability.StudentTTwoSided(t, 1), 1e-13, "Cauchy");

        // 1 - t/sqrt(2 + t^2), written without cancellation.
        var root = Math.Sqrt(2 + (t * t));
        Numbers.RelativelyClose(2 / (root * (root + t)), TailProbability.StudentTTwoSided(-t, 2), 1e-13, "2 degrees");
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1.96)]
    [InlineData(6)]
    public void Many_degrees_of_freedom_approach_the_normal_distribution_as_their_expansion_says(double t)
    {
        // First correction: 2 phi(t) (t^3 + t) / (4 f). The next one is of order t^8/f^2.
        const double Freedom = 1e8;
        var density = Math.Exp(-t * t / 2) / Math.Sqrt(2 * Math.PI);
        var expected = TailProbability.NormalTwoSided(t) + (2 * density * ((t * t * t) + t) / (4 * Freedom));
        Numbers.RelativelyClose(expected, TailProbability.StudentTTwoSided(t, Freedom), 1e-9, "expansion");
        Assert.True(Math.Abs((TailProbability.NormalTwoSided(t) / TailProbability.StudentTTwoSided(t, Freedom)) - 1) > 1e-9);
    }

    [Fact]
    public void Far_tails_do_not_cancel()
    {
        // Two terms of the asymptotic series of the normal tail leave a relative error of order 3/z^4.
        const double Z = 35;
        var leading = 2 * Math.Exp(-Z * Z / 2) / (Z * Math.Sqrt(2 * Math.PI));
        Numbers.RelativelyClose(leading * (1 - (1 / (Z * Z))), TailProbability.NormalTwoSided(Z), 3e-6, "far tail");
        Assert.True(TailProbability.StudentTTwoSided(100, 200) is > 0 and < 1e-150);
    }

    [Fact]
    public void Edges_are_defined()
    {
        Assert.Equal(1, TailProbability.NormalTwoSided(0));
        Assert.Equal(1, TailProbability.StudentTTwoSided(0, 7.5));
        Assert.Equal(0, TailProbability.NormalTwoSided(double.NegativeInfinity));
        Assert.Equal(0, TailProbability.StudentTTwoSided(double.NegativeInfinity, 7.5));
        Assert.Equal(TailProbability.NormalTwoSided(1.3), TailProbability.StudentTTwoSided(1.3, double.PositiveInfinity));
        Assert.Equal(double.NaN, TailProbability.NormalTwoSided(double.NaN));
        Assert.Equal(double.NaN, TailProbability.StudentTTwoSided(double.NaN, 3));
        Assert.Equal(double.NaN, TailProbability.StudentTTwoSided(1, 0));
    }

    private static IEnumerable<(double[] Arguments, double Value)> Rows(string function) =>
        from line in File.ReadLines(ReferenceData.PathOf("distributions_expected.csv"))
        where line.StartsWith(function, StringComparison.Ordinal) && !line.Contains("log.p", StringComparison.Ordinal)
        let cells = line[function.Length..].Split(',')
        select (
            cells[0].TrimEnd(')').Split(';').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray(),
            double.Parse(cells[1], CultureInfo.InvariantCulture));
}

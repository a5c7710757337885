using MathNet.Numerics;
using ProgressionSim.Statistics.Tables;

namespace ProgressionSim.Statistics.Tests.Tables;

/// <summary>Oracle (R's fisher.test and chisq.test, binomial coefficients) and Exact, for two by two tables.</summary>
public sealed class TwoByTwoTests
{
    private static readonly TwoByTwoTable Changed = TwoByTwoTable.Count([.. ChangeData.Changes.Select(value => value > -12)], ChangeData.Arms);

    [Fact]
    public void Counting_gives_Rs_table()
    {
        var table = ChangeData.Expected.GetProperty("fisher_exact_chg_above_minus12").GetProperty("table");
        Assert.Equal(new(table[0][1].GetInt32(), table[0][0].GetInt32(), table[1][1].GetInt32(), table[1][0].GetInt32()), Changed);
    }

    [Fact]
    public void Tests_equal_Rs()
    {
        Numbers.RelativelyClose(
            ChangeData.Expected.GetProperty("fisher_exact_chg_above_minus12").GetProperty("p").GetDouble(), FisherExactTest.Test(Changed).PValue, 1e-12, "Fisher");
        var chi = ChiSquareTest.Test(Changed, continuityCorrection: false);
        Numbers.RelativelyClose(ChangeData.Expected.GetProperty("chisq_uncorrected").GetProperty("x2").GetDouble(), chi.ChiSquare, 1e-12, "chi-square");
        Numbers.RelativelyClose(ChangeData.Expected.GetProperty("chisq_uncorrected").GetProperty("p").GetDouble(), chi.PValue, 1e-12, "p");
        Assert.True(chi.Z > 0);
    }

    [Theory]
    [InlineData(3, 1, 1, 3)]
    [InlineData(0, 10, 5, 7)]
    [InlineData(12, 3, 2, 40)]
    [InlineData(1, 400, 30, 20)]
    [InlineData(5, 5, 5, 5)]
    public void Exact_test_equals_sums_of_binomial_coefficients(int yes0, int no0, int yes1, int no1)
    {
        var found = FisherExactTest.Test(new(yes0, no0, yes1, no1));
        int n0 = yes0 + no0, n1 = yes1 + no1, yes = yes0 + yes1;
        double Chance(int k) => Math.Exp(
            SpecialFunctions.BinomialLn(n1, k) + SpecialFunctions.BinomialLn(n0, yes - k) - SpecialFunctions.BinomialLn(n0 + n1, yes));
        int[] possible = [.. Enumerable.Range(0, n1 + 1).Where(k => yes - k >= 0 && yes - k <= n0)];

        // Log factorials of a few hundred lose two or three digits.
        Numbers.RelativelyClose(possible.Where(k => Chance(k) <= Chance(yes1) * (1 + 1e-7)).Sum(Chance), found.PValue, 1e-10, "two-sided");
        Numbers.RelativelyClose(possible.Where(k => k <= yes1).Sum(Chance), found.LowerPValue, 1e-10, "lower");
        Numbers.RelativelyClose(possible.Where(k => k >= yes1).Sum(Chance), found.UpperPValue, 1e-10, "upper");
    }

    [Fact]
    public void Tea_tasting_by_hand()
    {
        // 3 of 4 right: (16 + 1)/70 at least as good, and as many as bad.
        var found = FisherExactTest.Test(new(1, 3, 3, 1));
        Numbers.RelativelyClose(17.0 / 70, found.UpperPValue, 1e-14, "upper");
        Numbers.RelativelyClose(34.0 / 70, found.PValue, 1e-14, "two-sided");
        Numbers.RelativelyClose(69.0 / 70, found.LowerPValue, 1e-14, "lower");
        Assert.True(FisherExactTest.Test(new(100_000, 0, 0, 100_000)).PValue is >= 0 and < 1e-300);
    }

    [Fact]
    public void Chi_square_by_hand_with_and_without_correction()
    {
        // n (ad - bc)^2 over the product of the margins; corrected: (|ad - bc| - n/2)^2.
        TwoByTwoTable table = new(10, 20, 18, 12);
        double product = 30.0 * 30 * 28 * 32, cross = (18.0 * 20) - (12 * 10);
        Numbers.RelativelyClose(60 * cross * cross / product, ChiSquareTest.Test(table, false).ChiSquare, 1e-13, "plain");
        Numbers.RelativelyClose(60 * (cross - 30) * (cross - 30) / product, ChiSquareTest.Test(table, true).ChiSquare, 1e-13, "corrected");
        Assert.Equal(0, ChiSquareTest.Test(new(5, 5, 5, 5), true).ChiSquare);
        Assert.Equal(1, ChiSquareTest.Test(new(5, 5, 5, 6), true).PValue);
        Assert.True(ChiSquareTest.Test(new(18, 12, 10, 20), true).Z < 0);
    }

    [Fact]
    public void Effects_by_hand()
    {
        TwoByTwoTable table = new(10, 30, 24, 6);
        var difference = ProportionComparison.Difference(table);
        Numbers.Close(0.55, difference.Estimate, 1e-15, "difference");
        Numbers.Close(Math.Sqrt((0.25 * 0.75 / 40) + (0.8 * 0.2 / 30)), difference.StandardError, 1e-15, "its error");
        var ratio = ProportionComparison.LogRatio(table);
        Numbers.Close(Math.Log(3.2), ratio.Estimate, 1e-14, "log ratio");
        Numbers.Close(Math.Sqrt((1.0 / 10) - (1.0 / 40) + (1.0 / 24) - (1.0 / 30)), ratio.StandardError, 1e-14, "its error");
        var odds = ProportionComparison.LogOddsRatio(table);
        Numbers.Close(Math.Log(12), odds.Estimate, 1e-14, "log odds ratio");
        Numbers.Close(Math.Sqrt(0.1 + (1.0 / 30) + (1.0 / 24) + (1.0 / 6)), odds.StandardError, 1e-14, "its error");
        Assert.Equal(odds.Estimate / odds.StandardError, odds.Statistic);
    }

    [Fact]
    public void Tables_without_an_answer_say_so_and_negative_counts_are_refused()
    {
        foreach (TwoByTwoTable empty in new TwoByTwoTable[] { default, new(0, 0, 3, 4), new(3, 4, 0, 0), new(0, 5, 0, 5), new(5, 0, 5, 0) })
        {
            Assert.Equal(FitStatus.NotEstimable, FisherExactTest.Test(empty).Status);
            Assert.Equal(FitStatus.NotEstimable, ChiSquareTest.Test(empty, false).Status);
            Assert.Equal(EffectEstimate.NotEstimable, ProportionComparison.Difference(empty));
            Assert.Equal(EffectEstimate.NotEstimable, ProportionComparison.LogRatio(empty));
            Assert.Equal(EffectEstimate.NotEstimable, ProportionComparison.LogOddsRatio(empty));
        }

        Assert.Equal(EffectEstimate.NotEstimable, ProportionComparison.LogRatio(new(0, 5, 3, 4)));
        Assert.Equal(EffectEstimate.NotEstimable, ProportionComparison.LogOddsRatio(new(5, 0, 3, 4)));
        Assert.Equal(FitStatus.Estimated, FisherExactTest.Test(new(0, 5, 3, 4)).Status);
        TwoByTwoTable negative = new(1, 2, -1, 4);
        Assert.Throws<ArgumentException>(() => FisherExactTest.Test(negative));
        Assert.Throws<ArgumentException>(() => ChiSquareTest.Test(negative, true));
        Assert.Throws<ArgumentException>(() => ProportionComparison.Difference(negative));
        Assert.Throws<ArgumentException>(() => TwoByTwoTable.Count([true], [2]));
    }
}

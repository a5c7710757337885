using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Patients;
using static ProgressionSim.Trials.Tests.Patients.StatisticalPlans;

namespace ProgressionSim.Trials.Tests.Patients;

public sealed class PatientBankTests
{
    private static readonly CandidatePlan Plan = Of(4101, Shared, [Effect("control", 0, 1), Effect("drug", 0.5, 0.6)], TreatmentHistory.Of(0), TreatmentHistory.Of(1));

    [Theory]
    [InlineData(1000, 100, 10)]
    [InlineData(1099, 100, 10)]
    [InlineData(1703, 100, 17)]
    [InlineData(3999, 100, 39)]
    [InlineData(9001, 100, 40)]
    public void Slices_part_the_bank_and_are_large_enough(int size, int perTrial, int slices)
    {
        var bank = PatientBank.Simulate(Plan, size, perTrial);
        Assert.Equal(slices, bank.Slices);
        var next = 0;
        for (var slice = 0; slice < slices; slice++)
        {
            var (first, count) = bank.CandidatesOf(slice);
            Assert.Equal(next, first);
            Assert.InRange(count, Math.Max(perTrial, size / slices), (size / slices) + 1);
            next = first + count;
        }

        Assert.Equal(size, next);
    }

    [Fact]
    public void A_bank_that_is_too_small_is_refused_with_the_smallest_that_works()
    {
        Assert.Equal(1230, PatientBank.SmallestSize(123));
        var error = Assert.Throws<ArgumentException>(() => PatientBank.Simulate(Plan, 1229, 123));
        Assert.Contains("at least 1230 are needed", error.Message, StringComparison.Ordinal);
        Assert.Equal(10, PatientBank.Simulate(Plan, 1230, 123).Slices);
    }

    [Fact]
    public void Candidates_of_a_bank_are_the_fresh_ones_with_the_same_numbers()
    {
        var bank = PatientBank.Simulate(Plan, 1500, 100, 2);
        using var source = PatientSources.Create(Plan);
        var fresh = Plan.NewTable(250);
        source.Fill(700, 250, fresh);
        Assert.Equal(0u, bank.Courses.FirstPatient);
        for (var i = 0; i < fresh.Count; i++)
        {
            AssertSame(fresh, i, bank.Courses, 700 + i);
        }
    }

    [Fact]
    public void A_trial_draws_without_replacement_from_its_slice()
    {
        var bank = PatientBank.Simulate(Plan, 1703, 100);
        var scratch = bank.NewScratch();
        for (uint replicate = 0; replicate < 200; replicate++)
        {
            var (first, count) = bank.CandidatesOf((int)(replicate % 17));
            var drawn = new int[count];
            bank.Draw(replicate, drawn, scratch);
            Assert.Equal(Enumerable.Range(first, count), drawn.Order());
        }

        Assert.Throws<ArgumentException>(() => bank.Draw(0, new int[102], scratch));
    }

    [Fact]
    public void A_draw_depends_on_nothing_but_its_replicate_and_asking_for_more_goes_on()
    {
        var bank = PatientBank.Simulate(Plan, 2005, 200);
        var used = bank.NewScratch();
        bank.Draw(77, new int[150], used);
        bank.Draw(3, new int[200], used);
        bank.Draw(1, [], used);
        var expected = new int[200];
        bank.Draw(42, expected, bank.NewScratch());
        foreach (var count in (int[])[1, 20, 200])
        {
            var drawn = new int[count];
            bank.Draw(42, drawn, used);
            Assert.Equal(expected[..count], drawn);
        }

        Parallel.For(0, 8, _ =>
        {
            var drawn = new int[200];
            bank.Draw(42, drawn, bank.NewScratch());
            Assert.Equal(expected, drawn);
        });
        var other = new int[200];
        bank.Draw(52, other, used);
        Assert.Equal(bank.SliceOf(42), bank.SliceOf(52));
        Assert.NotEqual(expected, other);
    }

    [Fact]
    public void Each_candidate_of_a_slice_comes_equally_often_in_every_place()
    {
        // 30 of 100 candidates are drawn 20,000 times. Counts in the first place and in the last are multinomial: chi-square with 99 degrees of freedom.
        // For all places at once the sum is 20,000 times a sample without replacement, whose statistic is (100 - 30) / 99 of a chi-square times 30.
        const int Draws = 20_000;
        var bank = PatientBank.Simulate(Plan, 1000, 100);
        var scratch = bank.NewScratch();
        var drawn = new int[30];
        var (first, last, any, pairs) = (new int[100], new int[100], new int[100], new int[10, 10]);
        for (uint trial = 0; trial < Draws; trial++)
        {
            bank.Draw(4 + (10 * trial), drawn, scratch);
            first[drawn[0] - 400]++;
            last[drawn[29] - 400]++;
            pairs[(drawn[0] - 400) / 10, (drawn[1] - 400) / 10]++;
            foreach (var candidate in drawn)
            {
                any[candidate - 400]++;
            }
        }

        // Upper point of chi-square with 99 degrees of freedom at 1e-5: 167.6 (Wilson and Hilferty); the mean is 99.
        const double Critical = 167.6;
        Assert.InRange(ChiSquare(first, Draws / 100.0), 45, Critical);
        Assert.InRange(ChiSquare(last, Draws / 100.0), 45, Critical);
        Assert.InRange(ChiSquare(any, Draws * 0.3) * 99 / 70, 45, Critical);

        // First and second candidate by tenths of the slice: 10 of 100 second ones lie in a tenth, 9 of 99 in the first one's own.
        var statistic = 0.0;
        for (var a = 0; a < 10; a++)
        {
            for (var b = 0; b < 10; b++)
            {
                var expected = Draws * 0.1 * (a == b ? 9 : 10) / 99;
                statistic += (pairs[a, b] - expected) * (pairs[a, b] - expected) / expected;
            }
        }

        Assert.InRange(statistic, 45, Critical);

        static double ChiSquare(int[] counts, double expected) => counts.Sum(count => (count - expected) * (count - expected) / expected);
    }
}

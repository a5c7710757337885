using ProgressionSim.TestKit;

namespace ProgressionSim.Statistics.Tests.Survival;

/// <summary>Two-group survival data for the tests: R's input files, or made up.</summary>
internal sealed record SurvivalData(double[] Times, bool[] Events, int[] Group)
{
    /// <summary>An input file of the R reference, with one of its columns as integer codes where asked.</summary>
    public static SurvivalData Read(string file)
    {
        var rows = ReferenceData.Csv(file + ".csv");
        return new([.. rows.Select(row => row["time"])], [.. rows.Select(row => row["event"] == 1)], [.. rows.Select(row => (int)row["arm"])]);
    }

    public static double[] Column(string file, string column) => [.. ReferenceData.Csv(file + ".csv").Select(row => row[column])];

    public static int[] Codes(string file, string column) => [.. ReferenceData.Csv(file + ".csv").Select(row => (int)row[column])];

    /// <summary>Exponential times with mean 15 (group 0) or 20 (group 1), 18 months of follow-up, some loss; rounded up to a grid where asked.</summary>
    public static SurvivalData Simulate(ulong seed, int patients, double grid = 0)
    {
        var random = new SplitMix64(seed);
        var data = new SurvivalData(new double[patients], new bool[patients], new int[patients]);
        for (var i = 0; i < patients; i++)
        {
            data.Group[i] = random.NextBelow(2);
            var death = random.NextExponential() * (15 + (5 * data.Group[i]));
            var end = Math.Min(18, random.NextExponential() * 60);
            var time = Math.Min(death, end);
            data.Times[i] = grid > 0 ? Math.Ceiling(time / grid) * grid : time;
            data.Events[i] = death <= end;
        }

        return data;
    }
}

namespace ProgressionSim.Statistics.Tests.MixedModels;

/// <summary>A longitudinal reference file in the dense form of the product.</summary>
/// <param name="Values">[patient * visits + visit]; NaN is missing.</param>
/// <param name="Times">Times of the visits.</param>
/// <param name="Group">Group of each patient, in the order of the file.</param>
internal sealed record LongitudinalFile(double[] Values, double[] Times, int[] Group)
{
    public static LongitudinalFile Read(string name)
    {
        var rows = ReferenceData.Csv(name + ".csv");
        var patients = (int)rows.Max(row => row["id"]);
        var visits = (int)rows.Max(row => row["visit"]) + 1;
        var values = new double[patients * visits];
        Array.Fill(values, double.NaN);
        var times = new double[visits];
        var group = new int[patients];
        foreach (var row in rows)
        {
            var patient = (int)row["id"] - 1;
            var visit = (int)row["visit"];
            values[(patient * visits) + visit] = row["y"];
            times[visit] = row["t"];
            group[patient] = (int)row["arm"];
        }

        return new LongitudinalFile(values, times, group);
    }

    /// <summary>The times [patient * visits + visit], those of missing values NaN.</summary>
    public double[] OwnTimes() => [.. Values.Select((value, i) => double.IsNaN(value) ? double.NaN : Times[i % Times.Length])];
}

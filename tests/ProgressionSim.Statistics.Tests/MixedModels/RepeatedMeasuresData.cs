namespace ProgressionSim.Statistics.Tests.MixedModels;

/// <summary>Changes from baseline of a reference data set, with covariates baseline (by visit) and bulbar onset (one effect).</summary>
internal sealed record RepeatedMeasuresData(double[] Responses, int Visits, int[] Group, double[] Covariates)
{
    public static readonly bool[] ByVisit = [true, false];

    public int Patients => Group.Length;

    public static RepeatedMeasuresData Read(string name)
    {
        var rows = ReferenceData.Csv(name + ".csv");
        var ids = rows.Select(row => row["id"]).Distinct().ToList();
        var visits = (int)rows.Max(row => row["visit"]);
        var data = new RepeatedMeasuresData(new double[ids.Count * visits], visits, new int[ids.Count], new double[ids.Count * 2]);
        Array.Fill(data.Responses, double.NaN);
        foreach (var row in rows.Where(row => row["visit"] == 0))
        {
            var i = ids.IndexOf(row["id"]);
            data.Group[i] = (int)row["arm"];
            data.Covariates[2 * i] = row["y"];
            data.Covariates[(2 * i) + 1] = row["bulbar"];
        }

        foreach (var row in rows.Where(row => row["visit"] > 0))
        {
            var i = ids.IndexOf(row["id"]);
            data.Responses[(i * visits) + (int)row["visit"] - 1] = Math.Round(row["y"] - data.Covariates[2 * i], 2);
        }

        return data;
    }
}

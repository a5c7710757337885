using System.Globalization;
using ProgressionSim.Scenarios.Documents;

namespace ProgressionSim.Scenarios.Disease;

/// <summary>Rules that tie several disease settings together.</summary>
internal static class DiseaseChecks
{
    /// <summary>Reports every problem; parts the catalogue has already refused are passed over.</summary>
    public static void Check(DocumentObject scenario, ProblemList problems)
    {
        if (scenario.FindObject("disease")?.FindArray("motorUnitTypes") is not { Items.Count: > 0 } types)
        {
            return;
        }

        var shares = types.Items.Select(type => (type as DocumentObject)?.Find("share")?.Number).ToList();
        var sum = shares.Sum();
        if (shares.TrueForAll(share => share is not null) && Math.Abs(sum!.Value - 1) >= 1e-9)
        {
            problems.Add(
                types.Origin,
                "disease.motorUnitTypes",
                string.Create(CultureInfo.InvariantCulture, $"disease.motorUnitTypes has shares that add to {sum:0.######}"),
                "They are shares of a region's motor neurons, so together they must be 1.");
        }
    }
}

using ProgressionSim.TestKit;

namespace ProgressionSim.Statistics.Tests.MixedModels;

/// <summary>Random intercept and slope trials of the tests; patients alternate between the groups.</summary>
/// <param name="Patients">Number of patients.</param>
/// <param name="InterceptSd">Of the random intercepts.</param>
/// <param name="SlopeSd">Of the random slopes.</param>
/// <param name="Correlation">Of the two.</param>
/// <param name="ResidualSd">Of single measurements.</param>
/// <param name="SlopeDifference">Slope of group 1 less that of group 0.</param>
/// <param name="MissingShare">Chance that a visit after the first is missed, on its own; dropout comes on top at the same chance.</param>
internal sealed record SimulatedSlopes(
    int Patients, double InterceptSd, double SlopeSd, double Correlation, double ResidualSd, double SlopeDifference, double MissingShare)
{
    public static double[] Times { get; } = [0, 1, 2, 4, 6, 9, 12];

    public int[] Group => [.. Enumerable.Range(0, Patients).Select(patient => patient % 2)];

    public double[] Draw(ulong key, ulong number)
    {
        var draws = new SplitMix64(key, number);
        var values = new double[Patients * Times.Length];
        for (var patient = 0; patient < Patients; patient++)
        {
            var z = Normal(draws);
            var intercept = 38 + (InterceptSd * z);
            var slope = -1 + (SlopeDifference * (patient % 2)) + (SlopeSd * ((Correlation * z) + (Math.Sqrt(1 - (Correlation * Correlation)) * Normal(draws))));
            var gone = false;
            for (var visit = 0; visit < Times.Length; visit++)
            {
                gone |= visit > 0 && draws.NextUniform() < MissingShare;
                var missed = gone || (visit > 0 && draws.NextUniform() < MissingShare);
                var value = intercept + (slope * Times[visit]) + (ResidualSd * Normal(draws));
                values[(patient * Times.Length) + visit] = missed ? double.NaN : value;
            }
        }

        return values;
    }

    private static double Normal(SplitMix64 draws) =>
        Math.Sqrt(2 * draws.NextExponential()) * Math.Cos(2 * Math.PI * draws.NextUniform());
}

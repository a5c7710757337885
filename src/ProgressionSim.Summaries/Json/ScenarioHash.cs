using System.Security.Cryptography;
using System.Text;

namespace ProgressionSim.Summaries.Json;

/// <summary>Hashes under which results stand.</summary>
public static class ScenarioHash
{
    /// <summary>The hash under which the results of several scenarios stand together: that of their hashes, in their order.</summary>
    /// <param name="hashes">Hash of each scenario, hexadecimal.</param>
    /// <returns>64 hexadecimal digits, lower-case.</returns>
    public static string OfSeveral(IEnumerable<string> hashes) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', hashes))));
}

using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using ProgressionSim.Scenarios.Documents;

namespace ProgressionSim.Scenarios.Loading;

/// <summary>A scenario after all files, command-line values and defaults are put together. Read-only by agreement.</summary>
public sealed record ResolvedScenario
{
    /// <summary>The complete document, sections of other commands included.</summary>
    public required JsonObject Document { get; init; }

    /// <summary>Where each value was written, by its path, for example <c>arms[1].start.offsetMonths</c>.</summary>
    public required IReadOnlyDictionary<string, SettingOrigin> Origins { get; init; }

    /// <summary>The document in one fixed notation: keys sorted, no spaces, shortest numbers.</summary>
    public required string CanonicalJson { get; init; }

    /// <summary>SHA-256 of <see cref="CanonicalJson"/> in UTF-8, lower-case hexadecimal; the same on every machine and in every folder.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The settings of the run, without sources and sections of other commands.</summary>
    public required IConfiguration Configuration { get; init; }
}

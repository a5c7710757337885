using System.Reflection;

namespace ProgressionSim.Cli.Results;

/// <summary>Version of the program, part of every result.</summary>
internal static class ProgramVersion
{
    /// <summary>The version, for example 0.1.0.</summary>
    public static string Text { get; } = typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
}

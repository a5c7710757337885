using System.Globalization;
using ProgressionSim.Cli.Errors;
using ProgressionSim.Scenarios.Loading;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Cli.Commands;

/// <summary>What the commands about trials take from scenarios and options.</summary>
internal static class TrialScenarios
{
    /// <summary>The trial of a scenario.</summary>
    /// <param name="scenario">A scenario without problems.</param>
    /// <exception cref="UserErrorException">It has none.</exception>
    public static TrialDesign Design(ScenarioResult scenario) => scenario.Trial ?? throw new UserErrorException(
        $"{scenario.File} has no trial section; nothing was run.\n   Add one, or take a scenario that has: 'progsim scenarios' lists those in trials/.");

    /// <summary>A power.</summary>
    /// <param name="typed">What the user typed; null for nothing.</param>
    /// <param name="design">The design: its power is never below its error.</param>
    /// <exception cref="UserErrorException">It is no power.</exception>
    public static double? Power(string? typed, TrialDesign design)
    {
        if (typed is null)
        {
            return null;
        }

        return double.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var power) && power > design.Alpha && power <= 0.999
            ? power
            : throw new UserErrorException(string.Create(
                CultureInfo.InvariantCulture,
                $"--power is {typed}; nothing was run.\n   It is a probability, so it must be a number above trial.alpha ({design.Alpha}) and at most 0.999. For 90 %, write 0.9."));
    }
}

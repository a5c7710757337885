using System.Globalization;
using ProgressionSim.Cli.Errors;
using ProgressionSim.Cli.Progress;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Experiments.Work;
using ProgressionSim.Scenarios.Loading;

namespace ProgressionSim.Cli.Commands;

/// <summary>Runs an experiment with its progress shown.</summary>
/// <param name="name">Name for the display.</param>
/// <param name="threads">Number of threads; null for all cores.</param>
/// <param name="cancellation">Stops the experiment.</param>
internal sealed class ExperimentWork(string name, int? threads, CancellationToken cancellation)
{
    /// <summary>Does the experiment.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="job">Given the number of threads, whom to tell and when to stop.</param>
    /// <exception cref="UserErrorException">The scenario does not allow a value that the experiment needs.</exception>
    public T Do<T>(Func<int?, Action<ExperimentProgress>, CancellationToken, T> job)
    {
        try
        {
            return ProgressDisplay.Show(
                name, tell => job(threads, step => tell(new ProgressStep(step.Stage, step.Done, step.Total)), cancellation), cancellation);
        }
        catch (PlanNotPossibleException error)
        {
            throw new UserErrorException($"{error.Message}\n   Nothing was written.");
        }
    }

    /// <summary>Commands that find an answer in a scenario besides <c>run</c> and those about trials, with what they find.</summary>
    /// <param name="asked">What it asks.</param>
    public static IEnumerable<(string Command, string Finds)> Commands(ScenarioExperiments asked)
    {
        if (asked.Timing is { } timing)
        {
            yield return ("timing", string.Create(CultureInfo.InvariantCulture, $"What waiting costs ({timing.OffsetsMonths.Count + timing.Triggers.Count} starts)"));
        }

        if (asked.Sweep is { } sweep)
        {
            yield return ("sweep", string.Create(CultureInfo.InvariantCulture, $"Its grid of settings ({sweep.Cells:N0} cells)"));
        }

        if (asked.Sensitivity is { } sensitivity)
        {
            yield return ("sensitivity", string.Create(CultureInfo.InvariantCulture, $"Which settings matter ({sensitivity.Parameters.Count} settings)"));
        }

        if (asked.Uncertainty is { } uncertainty)
        {
            yield return ("uncertainty", string.Create(CultureInfo.InvariantCulture, $"How sure that is ({uncertainty.Parameters.Count} uncertain parameters)"));
        }

        if (asked.Evidence is { } evidence)
        {
            yield return ("evidence", string.Create(CultureInfo.InvariantCulture, $"What is published beside its predictions ({evidence.Quantities.Count} quantities)"));
        }

        if (asked.Calibration is { } calibration)
        {
            yield return ("calibrate", string.Create(CultureInfo.InvariantCulture, $"Values that agree with what is published ({calibration.Parameters.Count} settings)"));
        }
    }

    /// <summary>What a section of a scenario asks.</summary>
    /// <typeparam name="T">What it maps to.</typeparam>
    /// <param name="scenario">A scenario without problems.</param>
    /// <param name="asked">The section; null when there is none.</param>
    /// <param name="section">Its name.</param>
    /// <exception cref="UserErrorException">There is none.</exception>
    public static T Section<T>(ScenarioResult scenario, T? asked, string section)
        where T : class =>
        asked ?? throw new UserErrorException(ExperimentExamples.Missing(scenario.File, section).TrimEnd());
}

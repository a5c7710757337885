using ProgressionSim.Cli.Errors;
using ProgressionSim.Cli.Progress;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Cli.Commands;

/// <summary>Runs a job on trials with its progress shown.</summary>
/// <param name="name">Name for the display.</param>
/// <param name="threads">Number of threads; null for all cores.</param>
/// <param name="cancellation">Stops the job.</param>
internal sealed class TrialWork(string name, int? threads, CancellationToken cancellation)
{
    /// <summary>Does the job.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="job">Given the number of threads, whom to tell and when to stop.</param>
    /// <exception cref="UserErrorException">The design cannot be run with the patients there are.</exception>
    public T Do<T>(Func<int?, Action<TrialProgress>, CancellationToken, T> job)
    {
        try
        {
            return ProgressDisplay.Show(
                name, tell => job(threads, step => tell(new ProgressStep(step.Stage, step.Done, step.Total)), cancellation), cancellation);
        }
        catch (TrialNotFeasibleException error)
        {
            throw new UserErrorException($"{error.Message}\n   Nothing was written.");
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace ProgressionSim.Cli.Progress;

/// <summary>Shows how far a job is, on standard error: a bar with the time left on a terminal, plain lines elsewhere.</summary>
internal static class ProgressDisplay
{
    // Long stages say something this often even when a tenth takes longer; short ones say less than every tenth.
    private const double MostSecondsBetweenLines = 15;
    private const double LeastSecondsBetweenLines = 0.5;

    /// <summary>Runs a job that reports how far it is.</summary>
    /// <typeparam name="T">What the job gives.</typeparam>
    /// <param name="name">Name of the scenario.</param>
    /// <param name="job">The job, given whom to tell.</param>
    /// <param name="cancellation">Stops the display.</param>
    public static T Show<T>(string name, Func<Action<ProgressStep>, T> job, CancellationToken cancellation) =>
        Console.IsErrorRedirected ? ShowLines(name, job) : ShowBar(name, job, cancellation);

    private static T ShowBar<T>(string name, Func<Action<ProgressStep>, T> job, CancellationToken cancellation)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var gate = new Lock();
                ProgressTask? task = null;
                var most = default(ProgressStep);
                return job(step =>
                {
                    lock (gate)
                    {
                        if (cancellation.IsCancellationRequested)
                        {
                            return;
                        }

                        if (task is null || step.Stage != most.Stage)
                        {
                            task?.StopTask();
                            task = context.AddTask(Markup.Escape($"{name}: {step.Stage}"), maxValue: step.Total);
                            most = step with { Done = 0 };
                        }

                        // A job may find out on the way how much there is to do.
                        task.MaxValue = step.Total;

                        // Threads report out of order; the bar only moves forwards.
                        if (step.Done > most.Done)
                        {
                            most = step;
                            task.Value = step.Done;
                        }
                    }
                });
            });
    }

    private static T ShowLines<T>(string name, Func<Action<ProgressStep>, T> job)
    {
        var watch = Stopwatch.StartNew();
        var gate = new Lock();
        var stage = "";
        var total = 0L;
        var begun = 0.0;
        long nextTenth = 1;
        var lastLine = 0.0;
        return job(step =>
        {
            lock (gate)
            {
                var seconds = watch.Elapsed.TotalSeconds;
                if (step.Stage != stage)
                {
                    (stage, begun, nextTenth) = (step.Stage, seconds, 1);
                }

                // A job may find out on the way how much there is to do; it is then no longer as far as it was.
                var tenths = step.Done * 10 / step.Total;
                nextTenth = step.Total == total ? nextTenth : Math.Min(nextTenth, tenths + 1);
                total = step.Total;
                var isDue = tenths >= nextTenth && seconds >= lastLine + LeastSecondsBetweenLines;
                if (!isDue && seconds < lastLine + MostSecondsBetweenLines && step.Done < step.Total)
                {
                    return;
                }

                nextTenth = tenths + 1;
                lastLine = seconds;
                var left = (seconds - begun) * (step.Total - step.Done) / step.Done;
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {step.Done:N0} of {step.Total:N0} {step.Stage}, about {left:F0} s left"));
            }
        });
    }
}

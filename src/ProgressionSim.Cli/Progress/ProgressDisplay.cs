using System.Diagnostics;
using System.Globalization;
using ProgressionSim.Engine.Running;
using Spectre.Console;

namespace ProgressionSim.Cli.Progress;

/// <summary>Shows how far a run is, on standard error: a bar with the time left on a terminal, plain lines elsewhere.</summary>
internal static class RunProgress
{
    // Long runs say something this often even when a tenth takes longer.
    private const double SecondsBetweenLines = 15;

    /// <summary>Runs a job that reports the patients done.</summary>
    /// <param name="plan">What is run.</param>
    /// <param name="run">The job, given whom to tell.</param>
    /// <param name="cancellation">Stops the display.</param>
    public static RunResult Show(RunPlan plan, Func<Action<long>, RunResult> run, CancellationToken cancellation) =>
        Console.IsErrorRedirected ? ShowLines(plan, run) : ShowBar(plan, run, cancellation);

    private static RunResult ShowBar(RunPlan plan, Func<Action<long>, RunResult> run, CancellationToken cancellation)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask(Markup.Escape(plan.Name), maxValue: plan.Patients);
                long most = 0;
                var result = run(done =>
                {
                    // Chunks report from several threads, possibly out of order; the bar only moves forwards.
                    if (!cancellation.IsCancellationRequested && done > Interlocked.Read(ref most))
                    {
                        Interlocked.Exchange(ref most, done);
                        task.Value = done;
                    }
                });
                task.Value = plan.Patients;
                return result;
            });
    }

    private static RunResult ShowLines(RunPlan plan, Func<Action<long>, RunResult> run)
    {
        var watch = Stopwatch.StartNew();
        var gate = new Lock();
        long nextTenth = 1;
        var nextSecond = SecondsBetweenLines;
        return run(done =>
        {
            lock (gate)
            {
                var tenths = done * 10 / plan.Patients;
                var seconds = watch.Elapsed.TotalSeconds;
                if (tenths < nextTenth && seconds < nextSecond)
                {
                    return;
                }

                nextTenth = tenths + 1;
                nextSecond = seconds + SecondsBetweenLines;
                var left = seconds * (plan.Patients - done) / done;
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{plan.Name}: {done:N0} of {plan.Patients:N0} patients, about {left:F0} s left"));
            }
        });
    }
}

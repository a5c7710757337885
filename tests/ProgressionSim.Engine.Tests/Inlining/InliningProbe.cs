using System.Runtime.CompilerServices;
using ProgressionSim.Engine.Tests.Running;
using ProgressionSim.Model.Lanes;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Inlining;

/// <summary>Has the simulation and a method that is too long compiled, and writes down what was not put into its caller.</summary>
internal static class InliningProbe
{
    /// <summary>Name in <see cref="Run"/>'s lines of the method that is too long.</summary>
    public const string TooLong = nameof(TooLong);

    /// <summary>Compiles everything for the first time, so it must run in a fresh process without tiered compilation.</summary>
    /// <returns>Lines of two kinds: "compiled METHOD", where lane methods were put into METHOD; "call METHOD: ..." for a lane method left as a call.</returns>
    public static string[] Run()
    {
        using var listener = new InliningListener();
        foreach (var lanes in ((int[])[1, 8, 16]).Where(Records.Supports))
        {
            Records.OfLanes(TestRuns.Rich(20, 2101), lanes);
        }

        // After each part a decision that the listener waits for: so no more events are under way at once than the runtime keeps.
        After<RunsDone>();
        listener.WaitFor(nameof(RunsDone));
        OverlongMethod<Lane1>.TooLong(new Lane1(0.5f));
        After<AllDone>();
        listener.WaitFor(nameof(AllDone));
        var own = listener.Decisions.Where(decision =>
            decision.Compiled.StartsWith("ProgressionSim.", StringComparison.Ordinal) && decision.Callee.StartsWith("ProgressionSim.Model.Lanes.", StringComparison.Ordinal)).ToArray();
        return
        [
            .. own.Where(decision => decision.Reason.Length == 0).Select(decision => $"compiled {decision.Compiled}").Distinct(StringComparer.Ordinal),
            .. own.Where(decision => decision.Reason.Length > 0).Select(decision => $"call {decision}").Distinct(StringComparer.Ordinal),
        ];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int After<TWhat>()
        where TWhat : struct => Marker<TWhat>.Size();

    private static class Marker<TWhat>
        where TWhat : struct
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static int Size() => Unsafe.SizeOf<TWhat>();
    }

    private readonly struct RunsDone;

    private readonly struct AllDone;
}

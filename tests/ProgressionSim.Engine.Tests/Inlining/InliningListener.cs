using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace ProgressionSim.Engine.Tests.Inlining;

/// <summary>One decision of the just-in-time compiler to put a callee into its caller or not to.</summary>
/// <param name="Compiled">Method being compiled, with its type.</param>
/// <param name="Caller">Method that holds the call: the compiled one or one already put into it.</param>
/// <param name="Callee">Method called.</param>
/// <param name="Reason">Why it stays a call; empty when it was put in.</param>
internal sealed record InliningDecision(string Compiled, string Caller, string Callee, string Reason)
{
    public override string ToString() => $"{Compiled}: {Callee} called by {Caller}: {Reason}";
}

/// <summary>Hears what the just-in-time compiler of this process decides.</summary>
/// <remarks>
/// The runtime hands its events over on a thread of its own, some time after the decision: <see cref="WaitFor"/> a decision that was made after the ones of
/// interest.
/// </remarks>
internal sealed class InliningListener : EventListener
{
    private const EventKeywords JitTracing = (EventKeywords)0x1000;

    // Bounds a runtime that sends no events, says nothing about speed.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // Set by an initialiser, which runs before the base constructor; that one calls back at once.
    private readonly ConcurrentQueue<InliningDecision> decisions = new();

    /// <summary>Gets what was heard so far.</summary>
    public IReadOnlyCollection<InliningDecision> Decisions => decisions;

    /// <summary>Waits until a decision about a callee has been heard.</summary>
    /// <param name="callee">Part of the callee's name.</param>
    public void WaitFor(string callee) =>
        Assert.True(
            SpinWait.SpinUntil(() => decisions.Any(decision => decision.Callee.Contains(callee, StringComparison.Ordinal)), Patience),
            $"The runtime never reported {callee}.");

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (string.Equals(eventSource.Name, "Microsoft-Windows-DotNETRuntime", StringComparison.Ordinal))
        {
            EnableEvents(eventSource, EventLevel.Verbose, JitTracing);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        var name = eventData.EventName ?? "";
        if (name.StartsWith("MethodJitInlining", StringComparison.Ordinal))
        {
            decisions.Enqueue(new InliningDecision(
                Method(eventData, "MethodBeingCompiled"),
                Method(eventData, "Inliner"),
                Method(eventData, "Inlinee"),
                name.Contains("Failed", StringComparison.Ordinal) ? Text(eventData, "FailReason") : ""));
        }
    }

    private static string Method(EventWrittenEventArgs data, string role) => $"{Text(data, role + "Namespace")}.{Text(data, role + "Name")}";

    private static string Text(EventWrittenEventArgs data, string field) =>
        data.PayloadNames!.IndexOf(field) is >= 0 and var at ? data.Payload![at]?.ToString() ?? "" : $"({field} is missing)";
}

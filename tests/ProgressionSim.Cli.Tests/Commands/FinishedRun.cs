using System.Text.Json;

namespace ProgressionSim.Cli.Tests.Commands;

/// <summary>One run of the main scenario on a small cohort, looked at from all sides.</summary>
public sealed class FinishedRun : TemporaryFolder
{
    internal const int Patients = 60;

    public FinishedRun()
    {
        Text = Run("run", "early-vs-late", "--patients", "60", "--out", "out").Succeeded();
        Summary = JsonDocument.Parse(File.ReadAllBytes(At("out/summary.json")));
    }

    internal ProgramResult Text { get; }

    internal JsonDocument Summary { get; }

    protected override void Dispose(bool disposing)
    {
        Summary.Dispose();
        base.Dispose(disposing);
    }
}

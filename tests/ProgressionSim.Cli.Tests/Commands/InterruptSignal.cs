using System.Globalization;
using System.Runtime.InteropServices;

namespace ProgressionSim.Cli.Tests.Commands;

/// <summary>What Ctrl-C sends, on systems that have signals.</summary>
internal static class InterruptSignal
{
    // Unit: signal number, the same on Linux and macOS.
    private const int Interrupt = 2;

    private const nint DefaultAction = 0;

    /// <summary>Sends it.</summary>
    /// <param name="process">Id of the process.</param>
    public static void Send(int process) => Assert.Equal(0, Kill(process, Interrupt));

    /// <summary>
    /// Undoes that a shell has told its background jobs to ignore the signal, which programs they start inherit; does nothing elsewhere, so that the test
    /// runner keeps its own handler.
    /// </summary>
    public static void StopIgnoring()
    {
        const string Status = "/proc/self/status";
        const string Ignored = "SigIgn:";
        if (File.Exists(Status) && File.ReadLines(Status).FirstOrDefault(line => line.StartsWith(Ignored, StringComparison.Ordinal)) is { } line
            && (ulong.Parse(line.AsSpan(Ignored.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) >> (Interrupt - 1) & 1) == 1)
        {
            _ = Signal(Interrupt, DefaultAction);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);

    [DllImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Signal(int signal, nint action);
}

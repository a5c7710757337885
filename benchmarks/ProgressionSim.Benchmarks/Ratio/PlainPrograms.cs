using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace ProgressionSim.Benchmarks.Ratio;

/// <summary>The C++ of <c>benchmarks/baselines</c>, compiled for this machine into a folder that goes with this object.</summary>
internal sealed class PlainPrograms : IDisposable
{
    private const int Patients = 160;
    private const int Repetitions = 3;

    private static readonly string[] Compilers = ["g++", "clang++"];

    private readonly string folder = Directory.CreateTempSubdirectory("progression-sim-baselines-").FullName;

    public PlainPrograms(params string[] names)
    {
        Compiler = Array.Find(Compilers, name => VersionOf(name) is not null);
        WhyNot = Compiler is null
            ? "no g++ or clang++ was found"
            : names.Select(Compile).FirstOrDefault(problem => problem is not null);
    }

    /// <summary>Gets the compiler's command; null when none was found.</summary>
    public string? Compiler { get; }

    /// <summary>Gets the first line of what the compiler says of itself.</summary>
    public string? Version => Compiler is null ? null : VersionOf(Compiler);

    /// <summary>Gets why the programs cannot be run; null when they can.</summary>
    public string? WhyNot { get; }

    /// <summary>Runs a program.</summary>
    public PlainResult Run(string name)
    {
        var (code, output, error) = Call(Program(name), Text(Patients), Text(Repetitions)) ?? throw new InvalidOperationException($"{name} does not start.");
        return code == 0 ? PlainResult.Parse(output) : throw new InvalidOperationException($"{name} failed: {error}");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string? VersionOf(string compiler) => Call(compiler, "--version") is { Code: 0, Output: var text } ? text.Split('\n')[0].Trim() : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static (int Code, string Output, string Error)? Call(string command, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, error.GetAwaiter().GetResult());
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private string Program(string name) => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    /// <summary>Compiles a program.</summary>
    /// <returns>What went wrong, or null.</returns>
    private string? Compile(string name)
    {
        var source = Path.Combine(AppContext.BaseDirectory, "baselines", name + ".cpp");
        var result = Call(Compiler!, "-O3", "-march=native", "-std=c++17", source, "-o", Program(name));
        return result is { Code: 0 } ? null : $"{Compiler} cannot compile {name}.cpp: {result?.Error.Split('\n')[0]}";
    }
}

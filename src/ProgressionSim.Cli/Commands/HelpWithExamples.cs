using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ProgressionSim.Cli.Commands;

/// <summary>Help that ends with examples of the command asked about.</summary>
/// <param name="help">The usual help.</param>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private static readonly Dictionary<string, string[]> Examples = new(StringComparer.Ordinal)
    {
        ["run"] =
        [
            "run scenarios/early-vs-late.json",
            "run early-vs-late --patients 2000 --out results/quick",
            "run early-vs-late --set arms[late].start.offsetMonths=6 --format json",
            "run early-vs-late --precision alsfrsTotal@36:0.2,alive@24:0.01",
        ],
        ["timing"] =
        [
            "timing scenarios/timing/fus-juvenile.json",
            "timing timing/biomarker-triggers --patients 2000 --out results/quick",
            "timing timing/compensation-on timing/compensation-off",
        ],
        ["sweep"] = ["sweep scenarios/timing/knockdown-by-start.json", "sweep timing/knockdown-by-start --patients 500"],
        ["sensitivity"] = ["sensitivity scenarios/timing/what-matters.json", "sensitivity timing/what-matters --set sensitivity.basePoints=128"],
        ["uncertainty"] = ["uncertainty scenarios/timing/fus-juvenile.json", "uncertainty timing/fus-juvenile --set uncertainty.outerReplicates=50"],
        ["evidence"] = ["evidence scenarios/evidence/general-als.json", "evidence cases/case-series-12 --out results/series"],
        ["calibrate"] = ["calibrate scenarios/calibration/fus-als.json", "calibrate calibration/fus-als --patients 500 --set calibration.generations=20"],
        ["trial"] =
        [
            "trial scenarios/trials/general-als-slope.json",
            "trial trials/fus-phase3 --replicates 1000 --export 0",
            "trial trials/general-als-slope --patients 300 --set treatments.slower.stressRatio=0.8",
        ],
        ["size"] = ["size trials/general-als-slope --power 0.9", "size trials/general-als-slope --power 0.8 --precision 0.01 --format json"],
        ["compare"] = ["compare trials/early-enrolment trials/middle-enrolment trials/late-enrolment --power 0.8"],
        ["validate"] = ["validate my-scenario.json", "validate my-scenario.json --set disease.death.ratePerMonth=0.08"],
        ["scenarios"] = ["scenarios", "scenarios early-vs-late"],
        ["schema"] = ["schema", "schema --out scenario.schema.json"],
        ["serve"] = ["serve", "serve --port 8080 --threads 2"],
    };

    private static readonly string[] Overview = ["scenarios", "run scenarios/early-vs-late.json", "timing scenarios/timing/fus-juvenile.json", "trial scenarios/trials/general-als-slope.json", "run --help"];

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in Examples.GetValueOrDefault(parseResult.CommandResult.Command.Name, Overview))
        {
            output.WriteLine($"  progsim {example}");
        }

        return Errors.ExitCodes.Success;
    }
}

using BenchmarkDotNet.Running;
using ProgressionSim.Benchmarks.Analyses;
using ProgressionSim.Benchmarks.Ratio;

switch (args)
{
    case ["ratio"]:
        RatioCommand.Run();
        break;
    case ["analyses"]:
        AnalysesCommand.Run();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(RatioCommand).Assembly).Run(args);
        break;
}

return 0;

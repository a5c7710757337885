using BenchmarkDotNet.Running;
using ProgressionSim.Benchmarks.Ratio;

if (args is ["ratio"])
{
    RatioCommand.Run();
    return 0;
}

BenchmarkSwitcher.FromAssembly(typeof(RatioCommand).Assembly).Run(args);
return 0;

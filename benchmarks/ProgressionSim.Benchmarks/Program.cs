using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(ProgressionSim.Benchmarks.DrawBenchmarks).Assembly).Run(args);

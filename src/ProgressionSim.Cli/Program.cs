using ProgressionSim.Cli.Commands;

return await CommandLine.InvokeAsync(args);

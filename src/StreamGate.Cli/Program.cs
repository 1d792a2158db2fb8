using StreamGate.Cli;

return await StreamGateCli.RunAsync(args, ProcessContext.Create());

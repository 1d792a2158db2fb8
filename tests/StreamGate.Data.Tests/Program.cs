using StreamGate.Data.Tests.Durability;

// Run by the durability test, which kills it. Tests themselves are run by `dotnet test`.
await Hammer.RunAsync(args[0]);

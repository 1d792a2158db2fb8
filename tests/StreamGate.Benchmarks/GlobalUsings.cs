global using System.Globalization;
global using StreamGate.Benchmarks.Running;
global using EventId = StreamGate.Contracts.Ids.EventId;

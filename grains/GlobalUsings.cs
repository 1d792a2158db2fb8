global using Orleans;
global using EventId = StreamGate.Contracts.Ids.EventId;

global using EventId = StreamGate.Contracts.Ids.EventId;

global using System.Net;
global using System.Text.Json;
global using StreamGate.EndToEnd.Tests.Support;

// Every test has processes of its own, which would take the time from one another.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

// Signals, file modes and ffmpeg.
[assembly: System.Runtime.Versioning.UnsupportedOSPlatform("windows")]

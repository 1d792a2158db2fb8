using StreamGate.Benchmarks.Running;
using StreamGate.Benchmarks.Segments;
using StreamGate.Benchmarks.Sessions;

// A benchmark starts this program again for what must run in a process of its own.
return args switch
{
    ["child", UncheckedServer.ChildName, var streams, var port] => await UncheckedServer.RunAsync(streams, int.Parse(port, CultureInfo.InvariantCulture)),
    ["child", SessionMemory.ChildName, var sessions] => await SessionMemory.RunAsync(int.Parse(sessions, CultureInfo.InvariantCulture)),
    _ => await BenchmarkCommand.RunAsync(args),
};

using StreamGate.Benchmarks.Load;

namespace StreamGate.Benchmarks.Segments;

/// <summary>One measurement of one server.</summary>
/// <param name="Processor">Microseconds of processor time a request.</param>
internal sealed record Sample(LoadResult Load, double Processor);

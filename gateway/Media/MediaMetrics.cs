using System.Diagnostics.Metrics;

namespace StreamGate.Gateway.Media;

/// <summary>What the media gate counts.</summary>
internal sealed class MediaMetrics
{
    /// <summary>The gateway's meter.</summary>
    public const string MeterName = "StreamGate.Gateway";

    private readonly Counter<long> _authorizations;
    private readonly Counter<long> _bytes;

    public MediaMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _authorizations = meter.CreateCounter<long>("streamgate.media.authorizations", "{request}", "Media requests by the gate's answer.");
        _bytes = meter.CreateCounter<long>("streamgate.media.bytes", "By", "Bytes of media handed to viewers, by where they came from.");
    }

    public void Allowed() => _authorizations.Add(1, new KeyValuePair<string, object?>("result", "Allowed"));

    public void Refused(MediaRefusal reason) => _authorizations.Add(1, new KeyValuePair<string, object?>("result", Enum.GetName(reason)));

    /// <param name="source">memory, file or rewritten.</param>
    public void Sent(long bytes, string source) => _bytes.Add(bytes, new KeyValuePair<string, object?>("source", source));
}

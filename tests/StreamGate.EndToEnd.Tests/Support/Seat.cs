namespace StreamGate.EndToEnd.Tests.Support;

/// <summary>What a device holds once its code was taken.</summary>
/// <param name="Stream">The master playlist.</param>
internal sealed record Seat(Uri Stream, string Token)
{
    /// <summary>A file of the stream, by its path beside the master playlist.</summary>
    public Uri File(string path) => new(Stream, path);

    public Uri Segment(int number) => File($"360p/segment{number:000}.m4s");

    /// <summary>One of each kind: master playlist, media playlist, initialisation section, segment.</summary>
    public IEnumerable<Uri> OneOfEachKind => [Stream, File("360p/index.m3u8"), File("360p/init_0.mp4"), Segment(7)];

    public string Session => PlaybackToken.PayloadOf(Token).GetProperty("sid").GetString()!;
}

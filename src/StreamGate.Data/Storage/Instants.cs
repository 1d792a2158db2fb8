namespace StreamGate.Data.Storage;

/// <summary>Times as columns keep them: whole milliseconds since 1970-01-01 UTC.</summary>
internal static class Instants
{
    public const long MillisecondsPerHour = 3_600_000;

    public static long ToColumn(this DateTimeOffset instant) => instant.ToUnixTimeMilliseconds();

    public static long? ToColumn(this DateTimeOffset? instant) => instant?.ToUnixTimeMilliseconds();

    public static DateTimeOffset ToInstant(this long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    public static DateTimeOffset? ToInstant(this long? milliseconds) => milliseconds?.ToInstant();
}

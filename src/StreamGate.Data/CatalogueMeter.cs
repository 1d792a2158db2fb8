namespace StreamGate.Data;

/// <summary>The names under which the catalogue's writer counts its work.</summary>
public static class CatalogueMeter
{
    public const string Name = "StreamGate.Data";

    /// <summary>Works that were committed.</summary>
    public const string Writes = "streamgate.catalogue.writes";

    /// <summary>Commits, each of one work or of many.</summary>
    public const string Commits = "streamgate.catalogue.commits";
}

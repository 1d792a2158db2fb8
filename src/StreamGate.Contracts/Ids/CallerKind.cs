namespace StreamGate.Contracts.Ids;

/// <summary>The kinds of caller that the audit trail tells apart.</summary>
[GenerateSerializer, Alias("streamgate.caller-kind")]
public enum CallerKind
{
    System = 0,
    Viewer = 1,
    Admin = 2,
}

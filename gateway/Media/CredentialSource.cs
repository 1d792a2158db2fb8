namespace StreamGate.Gateway.Media;

/// <summary>How a playback token came.</summary>
internal enum CredentialSource
{
    None = 0,
    Header = 1,
    Query = 2,
    Cookie = 3,
}

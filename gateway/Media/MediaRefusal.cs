namespace StreamGate.Gateway.Media;

/// <summary>Why a media request is not served: precise for the log and the counters; viewers only see the status.</summary>
internal enum MediaRefusal
{
    NoToken,
    BadToken,
    WrongPath,
    ProbeWithoutHead,
    SessionRefused,
    AuthorizerFailed,
    BadContentPath,
    NoSuchFile,
    OriginFailed,
    BadMethod,
}

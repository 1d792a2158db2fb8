using System.Collections.Concurrent;
using StreamGate.Contracts.Playback;
using StreamGate.Gateway.Playback;

namespace StreamGate.Media.Tests.Gate;

/// <summary>Says what a test tells it to, and remembers what it was asked.</summary>
public sealed class FakeAuthorizer : ISessionAuthorizer
{
    public AuthorizeOutcome Outcome { get; set; } = AuthorizeOutcome.Allowed;

    public Exception? Fails { get; set; }

    public ConcurrentQueue<string> Asked { get; } = [];

    public ValueTask<AuthorizeOutcome> AuthorizeAsync(SessionClaims claims, string path)
    {
        Asked.Enqueue(path);
        return Fails is null ? new(Outcome) : throw Fails;
    }
}

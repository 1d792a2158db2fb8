using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace StreamGate.Gateway.Admin;

/// <summary>
/// The admin sessions of this process, in memory: the cookie only names one, so that signing out ends it here and not just in the
/// browser. At most 1,000; one more pushes out the one that ends first. A restart signs everybody out.
/// </summary>
public sealed class AdminSessions(TimeProvider clock) : ITicketStore
{
    private const int Most = 1_000;
    private const int KeyBytes = 32;

    private readonly Dictionary<string, AuthenticationTicket> _sessions = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    public Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = RandomNumberGenerator.GetHexString(KeyBytes * 2, lowercase: true);
        lock (_lock)
        {
            DropOver();
            _sessions[key] = ticket;
        }

        return Task.FromResult(key);
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        lock (_lock)
        {
            // A session that was signed out meanwhile stays so.
            if (_sessions.ContainsKey(key))
            {
                _sessions[key] = ticket;
            }
        }

        return Task.CompletedTask;
    }

    public Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        lock (_lock)
        {
            return Task.FromResult(_sessions.GetValueOrDefault(key));
        }
    }

    public Task RemoveAsync(string key)
    {
        lock (_lock)
        {
            _sessions.Remove(key);
        }

        return Task.CompletedTask;
    }

    private void DropOver()
    {
        var now = clock.GetUtcNow();
        foreach (var (key, _) in _sessions.Where(session => session.Value.Properties.ExpiresUtc <= now).ToList())
        {
            _sessions.Remove(key);
        }

        if (_sessions.Count >= Most)
        {
            _sessions.Remove(_sessions.MinBy(session => session.Value.Properties.ExpiresUtc).Key);
        }
    }
}

using StreamGate.Contracts.RateLimiting;

namespace StreamGate.Grains.RateLimiting;

/// <summary>
/// When each subject took its permits, within the window. Holds a bounded number of subjects: when it is full, those whose window
/// is over go, and if none is, the one that has taken the fewest permits, so that a flood of newcomers can't wash out an offender.
/// </summary>
internal sealed class SlidingWindows(int capacity)
{
    private readonly Dictionary<string, Queue<TimeSpan>> _taken = new(StringComparer.Ordinal);

    public int Count => _taken.Count;

    /// <summary>Takes a permit, or says how long until the oldest one of the window is given back.</summary>
    public RateLimitDecision Acquire(string subject, RateLimitRule rule, TimeSpan now)
    {
        if (!_taken.TryGetValue(subject, out var times))
        {
            MakeRoom(now, rule.Window);
            _taken[subject] = times = new Queue<TimeSpan>(1);
        }

        while (times.TryPeek(out var oldest) && now - oldest >= rule.Window)
        {
            times.Dequeue();
        }

        if (times.Count >= rule.Permits)
        {
            return new RateLimitDecision(Allowed: false, times.Peek() + rule.Window - now);
        }

        times.Enqueue(now);
        return new RateLimitDecision(Allowed: true, TimeSpan.Zero);
    }

    private void MakeRoom(TimeSpan now, TimeSpan window)
    {
        if (_taken.Count < capacity)
        {
            return;
        }

        foreach (var (subject, times) in _taken)
        {
            if (times.Count == 0 || now - times.Last() >= window)
            {
                _taken.Remove(subject);
            }
        }

        if (_taken.Count >= capacity)
        {
            _taken.Remove(_taken.MinBy(pair => pair.Value.Count).Key);
        }
    }
}

using System.IO.Hashing;
using System.Text;

namespace StreamGate.Contracts.RateLimiting;

/// <summary>Which grain counts a subject.</summary>
public static class RateLimitShard
{
    /// <summary>Grains a policy has at the most.</summary>
    public const int Count = 64;

    /// <summary>The key of the grain that counts <paramref name="subject"/> under <paramref name="policy"/>.</summary>
    public static string GrainKey(string policy, string subject) =>
        $"{policy}/{XxHash32.HashToUInt32(Encoding.UTF8.GetBytes(subject)) % Count}";
}

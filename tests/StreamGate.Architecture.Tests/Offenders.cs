namespace StreamGate.Architecture.Tests;

/// <summary>Fails with the whole list of what breaks a rule, not only the first.</summary>
public static class Offenders
{
    public static void AssertNone<T>(IEnumerable<T> offenders)
    {
        var all = offenders.Select(o => o?.ToString()).Distinct().ToList();
        Assert.True(all.Count == 0, string.Join(Environment.NewLine, all));
    }
}

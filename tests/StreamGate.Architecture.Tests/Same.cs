using System.Collections;

namespace StreamGate.Architecture.Tests;

/// <summary>Compares two objects by all they hold, private fields too; records with arrays in them don't do that themselves.</summary>
public static class Same
{
    /// <summary>Where the two differ first, as a path; null when they don't.</summary>
    public static string? Difference(object? expected, object? actual, string path = "")
    {
        if (expected is null || actual is null)
        {
            return ReferenceEquals(expected, actual) ? null : $"{path}: {expected ?? "null"} became {actual ?? "null"}";
        }

        if (expected.GetType() != actual.GetType())
        {
            return $"{path}: {expected.GetType()} became {actual.GetType()}";
        }

        return expected switch
        {
            ReadOnlyMemory<byte> bytes => bytes.Span.SequenceEqual(((ReadOnlyMemory<byte>)actual).Span) ? null : $"{path}: other bytes",
            not string and IEnumerable items => Items([.. items.Cast<object>()], [.. ((IEnumerable)actual).Cast<object>()], path),
            _ when Product.Assemblies.Contains(expected.GetType().Assembly) && !expected.GetType().IsEnum => Fields(expected, actual, path),
            DateTimeOffset time => time.EqualsExact((DateTimeOffset)actual) ? null : $"{path}: {expected} became {actual}",
            _ => expected.Equals(actual) ? null : $"{path}: {expected} became {actual}",
        };
    }

    private static string? Items(object[] expected, object[] actual, string path) =>
        expected.Length != actual.Length
            ? $"{path}: {expected.Length} items became {actual.Length}"
            : expected.Select((item, i) => Difference(item, actual[i], $"{path}[{i}]")).FirstOrDefault(d => d is not null);

    private static string? Fields(object expected, object actual, string path) =>
        expected.GetType().GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic)
            .Select(f => Difference(f.GetValue(expected), f.GetValue(actual), $"{path}.{f.Name}"))
            .FirstOrDefault(d => d is not null);
}

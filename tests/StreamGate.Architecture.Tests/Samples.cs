using System.Collections.Immutable;
using System.Reflection;

namespace StreamGate.Architecture.Tests;

/// <summary>Builds an example of any contract type by reflection, so that a new contract is covered as soon as it exists.</summary>
public sealed class Samples(bool sparse)
{
    private static readonly MethodInfo ArrayOf = typeof(ImmutableArray).GetMethods()
        .Single(m => m.Name == nameof(ImmutableArray.CreateRange) && m.GetParameters() is [{ ParameterType.IsGenericType: true } only] && only.ParameterType.GetGenericTypeDefinition() == typeof(IEnumerable<>));

    private readonly NullabilityInfoContext _nullability = new();
    private int _serial = 1;

    /// <summary>An example in which no two values are alike; a sparse one has null wherever null may stand, and empty arrays.</summary>
    public object Make(Type type)
    {
        _serial++;
        return type switch
        {
            _ when type == typeof(string) => $"text {_serial} äß漢",
            _ when type == typeof(int) => _serial,
            _ when type == typeof(uint) => (uint)_serial,
            _ when type == typeof(long) => long.MaxValue - _serial,
            _ when type == typeof(bool) => !sparse,
            _ when type == typeof(double) => _serial / 7.0,
            _ when type == typeof(Guid) => new Guid(_serial, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
            _ when type == typeof(TimeSpan) => TimeSpan.FromTicks(_serial * 12_345_678_901),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(5.5)).AddTicks(_serial),
            _ when type == typeof(ReadOnlyMemory<byte>) => new ReadOnlyMemory<byte>([1, 2, (byte)_serial]),
            _ when type == typeof(byte[]) => (byte[])[1, 2, (byte)_serial],
            { IsEnum: true } => Enum.GetValues(type).Cast<object>().Last(),
            { IsAbstract: true } => Make(Contract.Serialised.First(t => t.BaseType == type)),
            { IsGenericType: true } => MakeGeneric(type),
            _ => Construct(type),
        };
    }

    private object MakeGeneric(Type type)
    {
        var item = type.GetGenericArguments()[0];
        if (type.GetGenericTypeDefinition() == typeof(Nullable<>))
        {
            return Make(item);
        }

        if (type.GetGenericTypeDefinition() != typeof(ImmutableArray<>))
        {
            return Construct(type);
        }

        var items = Array.CreateInstance(item, sparse ? 0 : 2);
        for (var i = 0; i < items.Length; i++)
        {
            items.SetValue(Make(item), i);
        }

        return ArrayOf.MakeGenericMethod(item).Invoke(null, [items])!;
    }

    private object Construct(Type type)
    {
        var constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(c => c.GetParameters() is not [var only] || only.ParameterType != type) // a record's copy constructor
            .OrderByDescending(c => c.GetParameters().Length)
            .FirstOrDefault();
        return constructor is null
            ? Activator.CreateInstance(type)!
            : constructor.Invoke([.. constructor.GetParameters().Select(p => sparse && MayBeNull(p) ? null : Make(p.ParameterType))]);
    }

    private bool MayBeNull(ParameterInfo parameter) =>
        _nullability.Create(parameter).WriteState == NullabilityState.Nullable;
}

using System.Reflection;
using Orleans.Runtime;

namespace StreamGate.Architecture.Tests;

/// <summary>What crosses grain boundaries in the product.</summary>
public static class Contract
{
    /// <summary>Interfaces of grains and of grain services.</summary>
    public static IReadOnlyList<Type> Interfaces { get; } =
        [.. Product.Types.Where(t => t.IsInterface && typeof(IAddressable).IsAssignableFrom(t))];

    /// <summary>Types that say of themselves that they can be serialised.</summary>
    public static IReadOnlyList<Type> Serialised { get; } =
        [.. Product.Types.Where(t => t.IsDefined(typeof(Orleans.GenerateSerializerAttribute), inherit: false))];

    /// <summary>An <c>[Alias]</c>'s text, or null.</summary>
    public static string? Alias(MemberInfo member) => member.GetCustomAttribute<Orleans.AliasAttribute>(inherit: false)?.Alias;

    /// <summary>Every type of the product that a method of a grain interface takes or gives, and the types of their members in turn.</summary>
    public static IEnumerable<Type> Reachable()
    {
        var seen = new HashSet<Type>();
        var left = new Queue<Type>(Interfaces.SelectMany(i => i.GetMethods()).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType)));
        while (left.TryDequeue(out var type))
        {
            if (!seen.Add(type))
            {
                continue;
            }

            var parts = type.IsGenericType ? type.GetGenericArguments() : type.IsArray ? [type.GetElementType()!] : [];
            var inside = Product.Assemblies.Contains(type.Assembly) && !type.IsEnum
                ? SerialisedFields(type).Select(f => f.FieldType).Concat(Product.Types.Where(t => t.BaseType == type))
                : [];
            foreach (var next in parts.Concat(inside))
            {
                left.Enqueue(next);
            }
        }

        return seen.Where(t => Product.Assemblies.Contains(t.Assembly));
    }

    /// <summary>The instance fields of a type itself, the hidden ones behind properties too.</summary>
    public static IEnumerable<FieldInfo> SerialisedFields(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(f => !f.IsDefined(typeof(NonSerializedAttribute)));

    /// <summary>The <c>[Id]</c> of a field, or of the property that it stands behind; null when it has none.</summary>
    public static uint? Id(FieldInfo field)
    {
        var property = field.Name.StartsWith('<') ? field.DeclaringType!.GetProperty(field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)], BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) : null;
        return ((MemberInfo?)property ?? field).GetCustomAttribute<Orleans.IdAttribute>()?.Id;
    }
}

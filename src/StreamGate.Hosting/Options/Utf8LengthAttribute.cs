using System.ComponentModel.DataAnnotations;
using System.Text;

namespace StreamGate.Hosting.Options;

/// <summary>A text of at least <paramref name="minimum"/> bytes in UTF-8; an absent one is fine.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class Utf8LengthAttribute(int minimum) : ValidationAttribute
{
    public int Minimum { get; } = minimum;

    public override bool IsValid(object? value) => value is not string { Length: > 0 } text || Encoding.UTF8.GetByteCount(text) >= Minimum;
}

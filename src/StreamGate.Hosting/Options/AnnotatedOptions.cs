using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace StreamGate.Hosting.Options;

/// <summary>Checks options by their annotations. Unlike the framework's own validator it says nothing but the annotations' sentences.</summary>
public sealed class AnnotatedOptions<T> : IValidateOptions<T>
    where T : class
{
    public ValidateOptionsResult Validate(string? name, T options)
    {
        var failures = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new ValidationContext(options), failures, validateAllProperties: true)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(failures.Select(failure => failure.ErrorMessage!).Distinct(StringComparer.Ordinal));
    }
}

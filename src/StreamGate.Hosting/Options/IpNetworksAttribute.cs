using System.ComponentModel.DataAnnotations;
using System.Net;

namespace StreamGate.Hosting.Options;

/// <summary>A list of IP addresses and CIDR networks.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IpNetworksAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) =>
        value is not IEnumerable<string> entries || entries.All(entry => IPAddress.TryParse(entry, out _) || IPNetwork.TryParse(entry, out _));
}

using System.ComponentModel.DataAnnotations;

namespace StreamGate.Hosting.Options;

/// <summary><c>StreamGate:Admin</c>: the admin console.</summary>
public sealed class AdminOptions
{
    /// <summary>The admin password as a bcrypt hash. Default: of a password drawn on the first run. <c>ADMIN_PASSWORD_HASH</c>.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "No admin password is set. Give ADMIN_PASSWORD_HASH a bcrypt hash.")]
    [RegularExpression(@"^\$2[abxy]?\$(0[4-9]|[12][0-9]|3[01])\$[./A-Za-z0-9]{53}$", ErrorMessage = "ADMIN_PASSWORD_HASH (StreamGate:Admin:PasswordHash) is not a bcrypt hash. Make one with `dotnet run --project src/StreamGate.Cli -- hash-password`, and quote it: its $ signs mean something to shells.")]
    public string PasswordHash { get; set; } = "";
}

using System.Runtime.Versioning;
using StreamGate.Gateway.Tests.Support;
using StreamGate.Hosting.Secrets;
using StreamGate.Hosting.Startup;

namespace StreamGate.Gateway.Tests.Hosting;

[UnsupportedOSPlatform("windows")]
public sealed class SecretFilesTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Only_their_owner_may_read_them()
    {
        Secrets().SigningSecret();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(PathOf("signing-secret")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(PathOf("")));
    }

    [Fact]
    public void A_file_that_was_cut_short_is_refused_with_what_to_do()
    {
        Secrets().SigningSecret();
        File.WriteAllText(PathOf("signing-secret"), "half");

        var refused = Assert.Throws<StartupException>(() => Secrets().SigningSecret());

        Assert.Contains(PathOf("signing-secret"), refused.Message, StringComparison.Ordinal);
        Assert.Contains("delete the file", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("half", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_crash_left_behind_is_written_over_by_the_next_attempt()
    {
        Directory.CreateDirectory(PathOf(""));
        File.WriteAllText(PathOf("signing-secret.new"), "half a secr");

        Secrets().SigningSecret();

        Assert.Equal([PathOf("signing-secret")], Directory.GetFiles(PathOf("")));
    }

    [Fact]
    public void What_a_crash_left_half_written_is_no_secret()
    {
        Directory.CreateDirectory(PathOf(""));
        File.WriteAllText(PathOf("signing-secret.new"), "half");

        Assert.Equal(64, Secrets().SigningSecret().Length);
    }

    [Fact]
    public void A_crash_between_password_and_hash_keeps_the_password()
    {
        Secrets().AdminPasswordHash();
        var password = Secrets().DrawnAdminPassword();
        File.Delete(PathOf("admin-password-hash"));

        var hash = Secrets().AdminPasswordHash();

        Assert.Equal(password, Secrets().DrawnAdminPassword());
        Assert.True(BCrypt.Net.BCrypt.Verify(password, hash));
    }

    [Fact]
    public void A_forgotten_password_still_signs_in_and_is_not_drawn_again()
    {
        var hash = Secrets().AdminPasswordHash();
        Secrets().ForgetAdminPassword();

        Assert.Equal(hash, Secrets().AdminPasswordHash());
        Assert.Null(Secrets().DrawnAdminPassword());
    }

    private SecretFiles Secrets() => new(new DataFolder(_folder.Path));

    private string PathOf(string name) => Path.Combine(_folder.Path, "secrets", name);
}

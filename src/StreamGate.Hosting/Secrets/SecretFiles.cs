using System.Security.Cryptography;
using StreamGate.Hosting.Startup;

namespace StreamGate.Hosting.Secrets;

/// <summary>
/// Secrets that the first run draws and later runs read again: one 0600 file each under the data folder's <c>secrets</c> (0700).
/// A secret that the environment or <c>appsettings.json</c> gives never comes here.
/// </summary>
public sealed class SecretFiles(DataFolder data)
{
    private const string PasswordAlphabet = "23456789abcdefghjkmnpqrstuvwxyz";
    private const int PasswordLength = 20;
    private const int DrawnBytes = 32;

    private readonly Lock _oneAtATime = new();

    /// <summary>The secret that signs playback tokens: 32 random bytes as 64 hex digits.</summary>
    public string SigningSecret() => ReadOrDraw("signing-secret", 32, DrawHex);

    /// <summary>The key of internal callers: 32 random bytes as 64 hex digits.</summary>
    public string InternalApiKey() => ReadOrDraw("internal-api-key", 16, DrawHex);

    /// <summary>The bcrypt hash of an admin password that was drawn before; see <see cref="DrawnAdminPassword"/>.</summary>
    public string AdminPasswordHash()
    {
        lock (_oneAtATime)
        {
            // The password comes first, so that a crash between the two leaves one from which the hash can be made again.
            return ReadOrDraw("admin-password-hash", 59, () => BCrypt.Net.BCrypt.HashPassword(ReadOrDraw("admin-password", 8, DrawPassword)));
        }
    }

    /// <summary>The drawn password as long as the first run is not over; null afterwards, and when an operator gave a hash.</summary>
    public string? DrawnAdminPassword() => File.Exists(PathOf("admin-password")) ? Read("admin-password", 8) : null;

    /// <summary>Where the drawn password stands until it is forgotten.</summary>
    public string DrawnAdminPasswordFile => PathOf("admin-password");

    /// <summary>Forgets the drawn password, once <c>first-run.json</c> tells it.</summary>
    public void ForgetAdminPassword()
    {
        // When every secret was given there is no folder, and deleting a file in it would throw.
        if (File.Exists(PathOf("admin-password")))
        {
            File.Delete(PathOf("admin-password"));
        }
    }

    private string ReadOrDraw(string name, int atLeast, Func<string> draw)
    {
        lock (_oneAtATime)
        {
            if (File.Exists(PathOf(name)))
            {
                return Read(name, atLeast);
            }

            var secret = draw();
            PrivateFile.CreateFolder(data.Secrets);
            PrivateFile.Write(PathOf(name), secret + "\n");
            return secret;
        }
    }

    private string Read(string name, int atLeast)
    {
        var content = File.ReadAllText(PathOf(name)).Trim();
        return content.Length >= atLeast
            ? content
            : throw new StartupException(
                $"The secret in {PathOf(name)} is shorter than {atLeast} characters. Put the right one back, or delete the file to have a new one drawn.");
    }

    private string PathOf(string name) => Path.Combine(data.Secrets, name);

    private static string DrawHex() => RandomNumberGenerator.GetHexString(DrawnBytes * 2, lowercase: true);

    private static string DrawPassword() => RandomNumberGenerator.GetString(PasswordAlphabet, PasswordLength);
}

using System.Globalization;
using StreamGate.Cli.Passwords;

namespace StreamGate.Cli.Admin;

/// <summary>Where the gateway is, and which password opens it.</summary>
/// <param name="Url">An absolute http(s) URL that ends in a slash.</param>
public sealed record GatewayAddress(Uri Url, string Password)
{
    private const string UrlVariable = "STREAMGATE_URL";
    private const string PasswordVariable = "STREAMGATE_ADMIN_PASSWORD";

    /// <summary>Goes through the sources in the order that <c>--help</c> tells. Throws a <see cref="CliException"/> when there is no password.</summary>
    public static GatewayAddress Find(Uri? url, string? dataFolder, CliContext context)
    {
        var firstRun = new Lazy<FirstRunFile?>(() =>
            FirstRunFile.Read(dataFolder ?? NonEmpty(context.Variable("STREAMGATE_DATA")) ?? FirstRunFile.DefaultFolder(Environment.CurrentDirectory)));
        var address = Normalise(url ?? Parse(context.Variable(UrlVariable), UrlVariable) ?? Parse(firstRun.Value?.Address, FirstRunFile.Name) ?? DefaultUrl(context));

        // A local first-run password is not for the eyes of another machine's gateway, unless its folder was named for that.
        var mayUseFile = dataFolder is not null || address.IsLoopback;
        var password = NonEmpty(context.Variable(PasswordVariable))
            ?? (mayUseFile ? NonEmpty(firstRun.Value?.AdminPassword) : null)
            ?? context.AskSecret?.Invoke($"Admin password of {address.GetLeftPart(UriPartial.Authority)}: ");
        return NonEmpty(password) is { } found
            ? new GatewayAddress(address, found)
            : throw new CliException(
                ExitCodes.Denied,
                $"No admin password: set {PasswordVariable}, or name the gateway's data folder with --data.");
    }

    /// <summary>Whether a URL can be a gateway's; one with a user name would put a password on the command line.</summary>
    public static bool IsUsable(Uri url) =>
        url.IsAbsoluteUri
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && url is { UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 };

    private static Uri? Parse(string? text, string source)
    {
        if (NonEmpty(text) is null)
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var url) && IsUsable(url)
            ? url
            : throw new CliException(ExitCodes.Usage, $"The address in {source} is not an http or https address; give --url.");
    }

    private static Uri DefaultUrl(CliContext context) =>
        int.TryParse(context.Variable("PORT"), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536
            ? new Uri($"http://localhost:{port}")
            : new Uri("http://localhost:3000");

    private static Uri Normalise(Uri url) => new(url.AbsoluteUri.TrimEnd('/') + "/");

    private static string? NonEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

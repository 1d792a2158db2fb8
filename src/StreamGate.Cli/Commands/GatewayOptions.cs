using System.CommandLine;
using StreamGate.Cli.Admin;

namespace StreamGate.Cli.Commands;

/// <summary>The options of every command that talks to a gateway.</summary>
public sealed class GatewayOptions
{
    private readonly Option<Uri?> _url = new("--url")
    {
        Description = "The gateway's address. [default: STREAMGATE_URL, else the address in first-run.json, else http://localhost with PORT or 3000]",
        HelpName = "http(s)://host[:port]",
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var url) && GatewayAddress.IsUsable(url))
            {
                return url;
            }

            result.AddError("--url needs an http or https address without user name, query or fragment.");
            return null;
        },
    };

    private readonly Option<string?> _data = new("--data")
    {
        Description = "The data folder of a gateway on this machine, to read first-run.json from. [default: STREAMGATE_DATA, else data beside the solution, else ./data]",
        HelpName = "folder",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print JSON for programs instead of text for people." };

    /// <summary>Adds the options to a command, which then finds them through this object.</summary>
    public static GatewayOptions AddTo(Command command)
    {
        var options = new GatewayOptions();
        command.Options.Add(options._url);
        command.Options.Add(options._data);
        command.Options.Add(options._json);
        return options;
    }

    public bool Json(ParseResult parsed) => parsed.GetValue(_json);

    /// <summary>Logs in to the gateway that the options name. The caller disposes the connection.</summary>
    public Task<AdminConnection> ConnectAsync(ParseResult parsed, CliContext context, CancellationToken cancel) =>
        AdminConnection.OpenAsync(GatewayAddress.Find(parsed.GetValue(_url), parsed.GetValue(_data), context), cancel);
}

using Microsoft.Extensions.Time.Testing;

namespace StreamGate.Cli.Tests;

/// <summary>Runs command lines in a world of the test's making: no environment, no terminal, no other folder than its own.</summary>
public sealed class CommandLine : IDisposable
{
    private readonly Queue<string> _secrets = new();

    public string Folder { get; } = Directory.CreateTempSubdirectory("streamgate-cli-").FullName;

    public Dictionary<string, string> Variables { get; } = [];

    public string Input { get; set; } = "";

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    public static CommandLine LoggedInTo(FakeGateway gateway)
    {
        var line = new CommandLine();
        line.Variables["STREAMGATE_URL"] = gateway.Url;
        line.Variables["STREAMGATE_ADMIN_PASSWORD"] = FakeGateway.Password;
        return line;
    }

    public string PathTo(string name) => Path.Combine(Folder, name);

    /// <summary>Puts a person at a terminal who types these in turn.</summary>
    public void Types(params ReadOnlySpan<string> secrets)
    {
        foreach (var secret in secrets)
        {
            _secrets.Enqueue(secret);
        }
    }

    public async Task<Ending> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var input = new StringReader(Input);
        Variables.TryAdd("STREAMGATE_DATA", PathTo("no-such-data"));
        var code = await StreamGateCli.RunAsync(args, new CliContext
        {
            Out = output,
            Error = error,
            In = input,
            ErrorIsTerminal = false,
            AskSecret = _secrets.Count == 0 ? null : _ => _secrets.Dequeue(),
            Variable = name => Variables.GetValueOrDefault(name),
            Clock = Clock,
        });
        return new Ending(code, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public sealed record Ending(int Code, string Out, string Error);
}

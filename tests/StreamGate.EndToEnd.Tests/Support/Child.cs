using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace StreamGate.EndToEnd.Tests.Support;

/// <summary>A process of the test's own: everything that it prints is kept, and it never outlives the test.</summary>
internal sealed class Child : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<Process, byte> Alive = new();

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();
    private readonly Task _over;

    static Child() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var process in Alive.Keys)
        {
            process.Kill();
        }
    };

    private Child(Process process, Action<string>? heard)
    {
        _process = process;
        _over = Task.WhenAll(
            ReadAsync(process.StandardOutput, _output, heard),
            ReadAsync(process.StandardError, _error, null),
            process.WaitForExitAsync());
    }

    public string Output => Text(_output);

    public string Error => Text(_error);

    public int Id => _process.Id;

    /// <param name="environment">What is set on top of this process' environment; null takes a name away.</param>
    /// <param name="heard">Is told every line of standard output.</param>
    public static Child Start(
        string program, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string?>? environment = null, Action<string>? heard = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        Alive[process] = 0;
        return new Child(process, heard);
    }

    public async Task SayAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        _process.StandardInput.Close();
    }

    /// <summary>Waits for the end, which must come, and returns the exit code.</summary>
    public async Task<int> EndAsync(TimeSpan? limit = null)
    {
        await _over.WaitAsync(limit ?? Deadline.Process, TimeProvider.System);
        return _process.ExitCode;
    }

    /// <summary>SIGKILL: the process gets no chance to do anything more.</summary>
    public void Kill() => _process.Kill();

    public async Task KillAsync()
    {
        Kill();
        await EndAsync();
    }

    /// <summary>SIGTERM, as a service manager sends it.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{Id}"]);
        kill.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Alive.TryRemove(_process, out _);
        _process.Dispose();
    }

    private static async Task ReadAsync(StreamReader reader, StringBuilder into, Action<string>? heard)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (into)
            {
                into.AppendLine(line);
            }

            heard?.Invoke(line);
        }
    }

    private static string Text(StringBuilder builder)
    {
        lock (builder)
        {
            return builder.ToString();
        }
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;

namespace StreamGate.Benchmarks.Processes;

/// <summary>A server in a process of its own. It is killed with its owner, as hard as can be.</summary>
internal sealed class Server : IAsyncDisposable
{
    private const int RememberedLines = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<string> _lastLines = new();

    private Server(Process process, Uri address)
    {
        Process = process;
        Address = address;
        process.OutputDataReceived += (_, line) => Remember(line.Data);
        process.ErrorDataReceived += (_, line) => Remember(line.Data);
    }

    public Process Process { get; }

    public Uri Address { get; }

    /// <summary>From the start of the process to its first 200 at the path that was asked for.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    /// <summary>Starts a program and waits until <paramref name="readyPath"/> answers with 200.</summary>
    public static async Task<Server> StartAsync(ProcessStartInfo program, int port, string readyPath, CancellationToken cancel)
    {
        program.UseShellExecute = false;
        program.RedirectStandardOutput = program.RedirectStandardError = true;
        var began = Stopwatch.GetTimestamp();
        var process = Process.Start(program) ?? throw new InvalidOperationException($"{program.FileName} did not start.");
        var server = new Server(process, new Uri($"http://127.0.0.1:{port}/"));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await server.WaitAsync(readyPath, cancel);
            server.ReadyAfter = Stopwatch.GetElapsedTime(began);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!Process.HasExited)
        {
            Process.Kill(entireProcessTree: true);
        }

        await Process.WaitForExitAsync();
        Process.Dispose();
    }

    private async Task WaitAsync(string path, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        using var http = new HttpClient { BaseAddress = Address };
        while (!await IsReadyAsync(http, path, limit.Token))
        {
            if (Process.HasExited)
            {
                throw new InvalidOperationException($"{Process.StartInfo.FileName} ended with {Process.ExitCode}:\n{string.Join('\n', _lastLines)}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, limit.Token);
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, string path, CancellationToken cancel)
    {
        try
        {
            using var answer = await http.GetAsync(path, cancel);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Remember(string? line)
    {
        if (line is not null)
        {
            _lastLines.Enqueue(line);
            while (_lastLines.Count > RememberedLines)
            {
                _lastLines.TryDequeue(out _);
            }
        }
    }
}

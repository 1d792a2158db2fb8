using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace StreamGate.Http.Tests.Fixture;

/// <summary>Keeps all that is logged: each line's text, the values it was made of, its exception and its scopes.</summary>
public sealed class CapturedLog : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<Line> _lines = new();
    private IExternalScopeProvider? _scopes;

    public sealed record Line(string Category, LogLevel Level, string Message, IReadOnlyDictionary<string, string?> Values, string? Exception, string Scopes)
    {
        /// <summary>Everything of it that any logger could write down.</summary>
        public string All => string.Join('\n', [Category, Message, .. Values.Values, Exception, Scopes]);
    }

    public IReadOnlyCollection<Line> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private string ScopesNow()
    {
        var scopes = new List<string?>();
        _scopes?.ForEachScope((scope, found) => found.Add(scope is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values) : scope?.ToString()), scopes);
        return string.Join(' ', scopes);
    }

    private sealed class Logger(CapturedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => log._scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = new Dictionary<string, string?>(StringComparer.Ordinal);
            foreach (var (name, value) in state as IEnumerable<KeyValuePair<string, object?>> ?? [])
            {
                values[name] = value?.ToString();
            }

            log._lines.Enqueue(new Line(category, logLevel, formatter(state, exception), values, exception?.ToString(), log.ScopesNow()));
        }
    }
}

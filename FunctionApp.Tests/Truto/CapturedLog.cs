using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.Tests.Truto;

/// <summary>Keeps everything that is logged, exceptions included.</summary>
public sealed class CapturedLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<(LogLevel Level, string Text)> Lines { get; } = [];

    public IReadOnlyList<string> Warnings => [.. Lines.Where(line => line.Level >= LogLevel.Warning).Select(line => line.Text)];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Lines.Enqueue((LogLevel.Trace, $"scope {state}"));
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var values = state is IEnumerable<KeyValuePair<string, object?>> pairs
            ? string.Join(' ', pairs.Select(pair => $"{pair.Key}={pair.Value}"))
            : "";
        Lines.Enqueue((logLevel, $"{formatter(state, exception)} {values} {exception}"));
    }

    public void Dispose()
    {
    }
}

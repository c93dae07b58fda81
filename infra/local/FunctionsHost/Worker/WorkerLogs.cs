using System.Collections.Concurrent;
using System.Globalization;
using LocalFunctionsHost.Worker.Wire;

namespace LocalFunctionsHost.Worker;

/// <summary>Writes the worker's log entries as if its loggers were here: same category, level and event.</summary>
internal sealed class WorkerLogs(ILoggerFactory loggers)
{
    private readonly ConcurrentDictionary<string, ILogger> _loggers = new(StringComparer.Ordinal);

    /// <summary>Writes an entry.</summary>
    public void Write(RpcLog entry)
    {
        if (entry.LogCategory == RpcLog.Types.Category.CustomMetric)
        {
            return;
        }

        var log = _loggers.GetOrAdd(entry.Category.Length > 0 ? entry.Category : "Worker", loggers.CreateLogger);
        var level = (LogLevel)(int)entry.Level;
        if (!log.IsEnabled(level))
        {
            return;
        }

        var exception = entry.Exception is { Message.Length: > 0 } thrown ? new WorkerLogException(thrown.Message) : null;
#pragma warning disable CA1848 // The message is the worker's.
        log.Log(level, Event(entry.EventId), entry.Message, exception, static (message, _) => message);
#pragma warning restore CA1848
    }

    // Of an event that has a name, only the name travels.
    private static EventId Event(string text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var id) ? new EventId(id) : new EventId(0, text);
}

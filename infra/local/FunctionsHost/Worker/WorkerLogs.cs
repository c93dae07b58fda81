using System.Collections.Concurrent;

namespace LocalFunctionsHost.Worker;

/// <summary>Writes the worker's log entries as if its loggers were here: same category, level and event.</summary>
internal sealed class WorkerLogs(ILoggerFactory loggers)
{
    private readonly ConcurrentDictionary<string, ILogger> _loggers = new(StringComparer.Ordinal);

    public void Write(RpcLog entry)
    {
        var log = _loggers.GetOrAdd(entry.Category.Length > 0 ? entry.Category : "Worker", loggers.CreateLogger);
        var level = (LogLevel)(int)entry.Level;
        if (entry.LogCategory == RpcLog.Types.Category.CustomMetric || !log.IsEnabled(level))
        {
            return;
        }

        // Of an event that has a name, only the name travels.
        var id = int.TryParse(entry.EventId, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? new EventId(number)
            : new EventId(0, entry.EventId);
        var exception = entry.Exception is { Message.Length: > 0 } thrown ? new WorkerLogException(thrown.Message) : null;
#pragma warning disable CA1848 // The message is the worker's.
        log.Log(level, id, entry.Message, exception, static (message, _) => message);
#pragma warning restore CA1848
    }
}

using DurableSqlite.Storage;

namespace LocalFunctionsHost.Jobs.Timers;

/// <summary>Keeps where schedules stand, in the file <c>timers.json</c> of the state folder. A disk that fails costs no schedule.</summary>
internal sealed partial class TimerStatusStore(string stateFolder, ILogger log)
{
    private readonly Lock _gate = new();
    private readonly string _path = Path.Combine(stateFolder, "timers.json");
    private Dictionary<string, TimerStatus>? _statuses;

    /// <summary>Where a schedule stands; null if nothing was kept of it, or it cannot be read.</summary>
    public TimerStatus? Read(string function)
    {
        lock (_gate)
        {
            try
            {
                _statuses ??= File.Exists(_path)
                    ? JsonSerializer.Deserialize<Dictionary<string, TimerStatus>>(File.ReadAllBytes(_path))
                    : null;
                return _statuses?.GetValueOrDefault(function);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
            {
                LogNotRead(e, function);
                return null;
            }
        }
    }

    /// <summary>Keeps where a schedule stands. On a full disk, what is missed before the next start is not made up for.</summary>
    public void Write(string function, TimerStatus status)
    {
        lock (_gate)
        {
            _statuses ??= [];
            _statuses[function] = status;
            try
            {
                var draft = _path + ".new";
                using (var stream = Store.Hold(draft))
                {
                    stream.SetLength(0);
                    JsonSerializer.Serialize(stream, _statuses);
                    stream.Flush(flushToDisk: true);
                }

                // Renaming replaces the old state at once: a kill leaves one or the other.
                File.Move(draft, _path, overwrite: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                LogNotKept(e, function);
            }
        }
    }

    [LoggerMessage(9141, LogLevel.Warning, "The schedule of function {Function} could not be kept; it goes on from memory.")]
    private partial void LogNotKept(Exception e, string function);

    [LoggerMessage(9143, LogLevel.Warning, "Where the schedule of function {Function} stood could not be read; it begins anew.")]
    private partial void LogNotRead(Exception e, string function);
}

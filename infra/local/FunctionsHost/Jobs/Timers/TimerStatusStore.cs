using System.Text.Json;

namespace LocalFunctionsHost.Jobs.Timers;

/// <summary>Keeps where schedules stand, in the file <c>timers.json</c> of the state folder.</summary>
internal sealed class TimerStatusStore(string stateFolder)
{
    private readonly Lock _gate = new();
    private readonly string _path = Path.Combine(stateFolder, "timers.json");
    private Dictionary<string, TimerStatus>? _statuses;

    /// <summary>Where a schedule stands; null if nothing was kept of it.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="JsonException">The file is damaged.</exception>
    public TimerStatus? Read(string function)
    {
        lock (_gate)
        {
            _statuses ??= File.Exists(_path) ? JsonSerializer.Deserialize<Dictionary<string, TimerStatus>>(File.ReadAllBytes(_path)) : null;
            return _statuses?.GetValueOrDefault(function);
        }
    }

    /// <summary>Keeps where a schedule stands.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void Write(string function, TimerStatus status)
    {
        lock (_gate)
        {
            _statuses ??= [];
            _statuses[function] = status;
            var draft = _path + ".new";
            using (var stream = new FileStream(draft, FileMode.Create, FileAccess.Write))
            {
                JsonSerializer.Serialize(stream, _statuses);
                stream.Flush(flushToDisk: true);
            }

            // Renaming replaces the old state at once: a kill leaves one or the other.
            File.Move(draft, _path, overwrite: true);
        }
    }
}

using System.Text.Json;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.EmbeddedHost.Timers;

/// <summary>Keeps the state of schedules, a small file for each.</summary>
internal sealed class TimerStatusStore(string folder)
{
    /// <summary>The state of a timer; null if none was kept, or it cannot be read.</summary>
    public ScheduleStatus? Read(string function)
    {
        try
        {
            return JsonSerializer.Deserialize<ScheduleStatus>(File.ReadAllBytes(FileOf(function)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Keeps the state of a timer.</summary>
    public void Write(string function, ScheduleStatus status)
    {
        Directory.CreateDirectory(folder);
        var file = FileOf(function);
        var draft = file + ".new";
        using (var stream = new FileStream(draft, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(stream, status);
            stream.Flush(flushToDisk: true);
        }

        // Renaming replaces the old state at once: a kill leaves one or the other.
        File.Move(draft, file, overwrite: true);
    }

    private string FileOf(string function) => Path.Combine(folder, Uri.EscapeDataString(function) + ".json");
}

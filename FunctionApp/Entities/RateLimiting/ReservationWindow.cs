using System.Text.Json.Serialization;

namespace FuseDeskFlows.Entities.RateLimiting;

/// <summary>
/// How many calls of one window are reserved for which runs. It is stored in few letters: many may wait, for many windows.
/// </summary>
public sealed record ReservationWindow
{
    /// <summary>Calls of background runs, by the run's id.</summary>
    [JsonPropertyName("b")]
    public IDictionary<string, int> Background { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Calls of interactive runs, by the run's id.</summary>
    [JsonPropertyName("i")]
    public IDictionary<string, int> Interactive { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    internal int BackgroundPermits => Background.Values.Sum();

    internal int Permits => BackgroundPermits + Interactive.Values.Sum();

    internal IEnumerable<string> Runs => Background.Keys.Concat(Interactive.Keys);

    internal int PermitsOfOthers(string run) => Permits - Of(Background, run) - Of(Interactive, run);

    // How many calls a run may still reserve of the window's limit, of which background runs leave some.
    internal int FreePermits(int limit, int kept, bool background)
    {
        var left = limit - Permits;
        return background ? Math.Min(left, Math.Max(1, limit - kept) - BackgroundPermits) : left;
    }

    internal void Add(string run, int permits, bool background)
    {
        var reserved = background ? Background : Interactive;
        reserved[run] = Of(reserved, run) + permits;
    }

    // Gives back some of a run's calls, or all.
    internal void GiveBack(string run, int permits = int.MaxValue)
    {
        foreach (var reserved in new[] { Background, Interactive })
        {
            if (reserved.TryGetValue(run, out var its) && its > permits)
            {
                reserved[run] = its - permits;
            }
            else if (permits > 0)
            {
                reserved.Remove(run);
            }
        }
    }

    private static int Of(IDictionary<string, int> reserved, string run) => reserved.TryGetValue(run, out var permits) ? permits : 0;
}

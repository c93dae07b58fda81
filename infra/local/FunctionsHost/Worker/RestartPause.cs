using System.Diagnostics;

namespace LocalFunctionsHost.Worker;

/// <summary>How long to wait before another worker is started: hardly, unless workers die one after the other.</summary>
internal sealed class RestartPause
{
    /// <summary>The pause after a worker that could not start.</summary>
    public static readonly TimeSpan AfterFailedStart = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Recovered = TimeSpan.FromSeconds(60);

    private TimeSpan _next = First;
    private long _last = Stopwatch.GetTimestamp();

    /// <summary>The pause after a worker that had served.</summary>
    public TimeSpan AfterDeath()
    {
        if (Stopwatch.GetElapsedTime(_last) > Recovered)
        {
            _next = First;
        }

        _last = Stopwatch.GetTimestamp();
        var pause = _next;
        _next = pause * 3 < Longest ? pause * 3 : Longest;
        return pause;
    }
}

namespace LoadApp.Engine;

/// <summary>How many runs this worker has put to sleep and woken.</summary>
public static class Sleepers
{
    private static int _asleep;
    private static int _woken;

    /// <summary>The counts since this process began.</summary>
    public static SleepersCount Count => new(Volatile.Read(ref _asleep), Volatile.Read(ref _woken));

    /// <summary>Counts one that has set its timer.</summary>
    public static void FallAsleep() => Interlocked.Increment(ref _asleep);

    /// <summary>Counts one whose timer has fired.</summary>
    public static void WakeUp() => Interlocked.Increment(ref _woken);
}

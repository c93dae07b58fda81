using System.Diagnostics;

namespace LoadApp.Engine;

/// <summary>When each step of the newest sequence ran.</summary>
public static class StepTimes
{
    private const int MaxSteps = 20_000;

    private static readonly long[] Stamps = new long[MaxSteps];

    /// <summary>Notes that a step runs now.</summary>
    /// <param name="step">Its number.</param>
    public static void Note(int step) => Stamps[step] = Stopwatch.GetTimestamp();

    /// <summary>The time from one step to another.</summary>
    /// <param name="first">The earlier one.</param>
    /// <param name="last">The later one.</param>
    /// <returns>The mean time of a step between them, in milliseconds.</returns>
    public static double Mean(int first, int last) =>
        Stopwatch.GetElapsedTime(Stamps[first], Stamps[last]).TotalMilliseconds / (last - first);
}

using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker;

namespace SemanticsApp.Orchestrations;

/// <summary>The work that the orchestrations call.</summary>
public static class Activities
{
    private static readonly ConcurrentDictionary<string, int> Attempts = new(StringComparer.Ordinal);

    [Function(nameof(Echo))]
    public static string Echo([ActivityTrigger] string text) => text;

    /// <summary>A text of the length that is asked for.</summary>
    [Function(nameof(Fill))]
    public static string Fill([ActivityTrigger] int length) => new('x', length);

    [Function(nameof(Length))]
    public static int Length([ActivityTrigger] string text) => text.Length;

    /// <summary>Takes its time, in milliseconds.</summary>
    [Function(nameof(Slow))]
    public static async Task<string> Slow([ActivityTrigger] int milliseconds, FunctionContext context)
    {
        await Task.Delay(milliseconds, context.CancellationToken);
        return "slow";
    }

    /// <summary>Counts how often it was called for a key, and tells the number.</summary>
    [Function(nameof(Count))]
    public static int Count([ActivityTrigger] string key) => Attempts.AddOrUpdate(key, 1, (_, attempts) => attempts + 1);

    /// <summary>Fails as often as it is told for a key, then works.</summary>
    [Function(nameof(Flaky))]
    public static string Flaky([ActivityTrigger] FlakyWork work)
    {
        var attempt = Count(work.Key);
        return attempt > work.Failures ? $"attempt {attempt}" : throw new InvalidOperationException($"attempt {attempt} failed");
    }

    [Function(nameof(Fail))]
    public static string Fail([ActivityTrigger] string how) => how switch
    {
        "nested" => throw new InvalidOperationException("outer", new TimeoutException("middle", new KeyNotFoundException("inner"))),
        "long" => throw new InvalidOperationException(new string('x', 40_000)),
        "aggregate" => throw new AggregateException("several", new InvalidOperationException("one"), new TimeoutException("two")),
        _ => throw new InvalidOperationException(how),
    };
}

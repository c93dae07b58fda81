using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using FuseDeskFlows.Benchmarks.Processes;

namespace FuseDeskFlows.Benchmarks.Crash;

/// <summary>Signals to the ledgers from outside, each sent once.</summary>
/// <param name="api">Reaches the host, when it lives.</param>
internal sealed class Signals(DurableApi api)
{
    private readonly ConcurrentDictionary<string, long?> _sent = new(StringComparer.Ordinal);

    /// <summary>When each was acknowledged, in ticks of the machine's monotonic clock; null if no answer came.</summary>
    public IReadOnlyDictionary<string, long?> Sent => _sent;

    /// <summary>Sends one; whether it arrives if no answer comes, nobody knows.</summary>
    /// <param name="number">Its number.</param>
    public async Task SendAsync(int number)
    {
        var operation = $"outside-{number}";
        var key = (number % RunKind.Entities).ToString(CultureInfo.InvariantCulture);
        var answer = await Patient.TryAsync(() => api.TrySignalAsync("Ledger", key, "Add", operation));
        _sent[operation] = answer == HttpStatusCode.Accepted ? Stopwatch.GetTimestamp() : null;
    }
}

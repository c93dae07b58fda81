using System.Collections.Concurrent;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.Pages.Runs;

/// <summary>
/// What the console has read of the reports of runs that have ended: they do not change any more, and are large beside what a list shows.
/// </summary>
public sealed class ReportCache
{
    private const int MaxEntries = 2000;

    private readonly ConcurrentDictionary<(string Id, DateTimeOffset UpdatedAt, Type Kind), object> _entries = new();

    /// <summary>Gives what was made of a run with its output, or makes it.</summary>
    /// <returns>What was made; null if the run is not there any more, or nothing could be made of it.</returns>
    internal async Task<T?> GetAsync<T>(
        DurableTaskClient client, OrchestrationMetadata run, Func<OrchestrationMetadata, T?> read, CancellationToken cancellationToken)
        where T : class
    {
        var key = (run.InstanceId, run.LastUpdatedAt, typeof(T));
        if (_entries.TryGetValue(key, out var known))
        {
            return (T)known;
        }

        if (await client.GetInstanceAsync(run.InstanceId, getInputsAndOutputs: true, cancellationToken) is not { } whole
            || read(whole) is not { } made)
        {
            return null;
        }

        if (_entries.Count >= MaxEntries)
        {
            _entries.Clear();
        }

        _entries[key] = made;
        return made;
    }
}

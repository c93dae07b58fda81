using System.Collections.Concurrent;

namespace FuseDeskFlows.TrutoSandbox.Http;

/// <summary>
/// Answers to writes that were carried out, by account, path and key. A failed write is not remembered: it may be tried again.
/// </summary>
internal sealed class IdempotencyStore
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ApiAnswer> _answers = new(StringComparer.Ordinal);

    /// <summary>The answer that is remembered, or null.</summary>
    public ApiAnswer? Recall(string key) => _answers.GetValueOrDefault(key);

    public void Remember(string key, ApiAnswer answer) => _answers[key] = answer;

    /// <summary>Lets one call of a key run at a time, so that two first calls do not both write.</summary>
    public SemaphoreSlim Gate(string key) => _gates.GetOrAdd(key, _ => new SemaphoreSlim(1));
}

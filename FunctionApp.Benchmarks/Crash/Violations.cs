using System.Collections.Concurrent;

namespace FuseDeskFlows.Benchmarks.Crash;

/// <summary>What should not have happened.</summary>
internal sealed class Violations
{
    private const int Shown = 20;
    private const int MaxLength = 1500;

    private readonly ConcurrentQueue<string> _found = new();

    /// <summary>Their row: there may be none.</summary>
    /// <returns>The row.</returns>
    public BenchmarkRow ToRow() => new("violations", "found", _found.Count, "allowed", 0, "") { Holds = _found.IsEmpty };

    /// <summary>The first of them, for a person.</summary>
    /// <returns>One a line.</returns>
    public IReadOnlyList<string> ToRemarks() => [.. _found.Take(Shown)];

    /// <summary>Notes one.</summary>
    /// <param name="violation">What happened to whom.</param>
    public void Add(string violation) => _found.Enqueue(violation.Length > MaxLength ? violation[..MaxLength] : violation);
}

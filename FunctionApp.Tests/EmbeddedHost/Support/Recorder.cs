using System.Collections.Concurrent;

namespace FuseDeskFlows.Tests.EmbeddedHost.Support;

/// <summary>What functions of the tests have seen.</summary>
internal sealed class Recorder
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public void Add(string line) => _lines.Enqueue(line);
}

using System.Collections.Concurrent;

namespace FuseDeskFlows.Tests.EmbeddedHost.Support;

/// <summary>What functions of the tests have seen.</summary>
internal sealed class Recorder
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyList<string> Lines => [.. lines];

    public void Add(string line) => lines.Enqueue(line);
}

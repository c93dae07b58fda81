using System.Runtime.InteropServices;
using LocalHost.Tests.Support;

namespace FuseDeskFlows.Benchmarks.Processes;

/// <summary>
/// Ends what the program has started when the program is told to end: a host that is left behind would keep its port, and work on.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly IReadOnlyList<PosixSignalRegistration> _signals;

    private Interruption(IReadOnlyList<PosixSignalRegistration> signals) => _signals = signals;

    /// <summary>Listens to SIGTERM and Ctrl+C until it is disposed. The program itself then ends as it would by the signal alone.</summary>
    public static Interruption Listen() => new(
    [
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => EndChildren()),
        PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => EndChildren()),
    ]);

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }
    }

    // Hosts first, since they would start their workers again.
    private static void EndChildren()
    {
        var hosts = ProcessTable.Children(Environment.ProcessId);
        var workers = hosts.SelectMany(ProcessTable.Children).ToList();
        ProcessTable.Kill(hosts);
        ProcessTable.Kill(workers);
    }
}

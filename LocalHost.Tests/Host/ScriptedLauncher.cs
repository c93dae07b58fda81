using LocalFunctionsHost.Worker;

namespace LocalHost.Tests.Host;

/// <summary>Launches what the test says; the number is the launch's, from 1.</summary>
internal sealed class ScriptedLauncher(Func<int, IWorkerHandle> launch)
{
    private int _launches;

    public int Launches => Volatile.Read(ref _launches);

    public IWorkerHandle Launch(WorkerStart start) => launch(Interlocked.Increment(ref _launches));
}

namespace LocalFunctionsHost.Worker;

/// <summary>A worker that was started.</summary>
public interface IWorkerHandle : IAsyncDisposable
{
    /// <summary>What log lines call the worker by.</summary>
    string Name { get; }

    /// <summary>Where the worker takes requests; null: where it says itself.</summary>
    Uri? HttpUri => null;

    /// <summary>Ends when the worker has ended, with a few words on how.</summary>
    Task<string> Ended { get; }

    /// <summary>Ends the worker at once.</summary>
    void Kill();
}

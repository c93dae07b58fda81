namespace LocalFunctionsHost.Worker;

/// <summary>A worker that was started; the host replaces one that ends.</summary>
internal interface IWorkerHandle : IAsyncDisposable
{
    string Name { get; }
    /// <summary>Where the worker takes requests; null: where it says itself.</summary>
    Uri? HttpUri => null;
    /// <summary>Ends when the worker has ended, with a few words on how.</summary>
    Task<string> Ended { get; }
    /// <summary>What the worker said of why it ended, once it has said everything; null if it said nothing.</summary>
    Task<string?> Complaint => Task.FromResult<string?>(null);

    void Kill();
}

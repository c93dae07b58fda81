namespace LocalFunctionsHost.Http;

/// <summary>A request's way to the worker, which ends when the request is answered otherwise. A feature of the request.</summary>
internal sealed class Forwarding : IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private Task _running = Task.CompletedTask;

    public Task<T> BeginAsync<T>(Func<CancellationToken, ValueTask<T>> forward)
    {
        var running = forward(_end.Token).AsTask();
        _running = running;
        return running;
    }

    /// <summary>Ends: nothing touches the response afterwards.</summary>
    public async Task EndAsync()
    {
        await _end.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _end.Dispose();
}

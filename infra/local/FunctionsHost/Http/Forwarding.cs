namespace LocalFunctionsHost.Http;

/// <summary>A request's way to the worker, which ends at the latest when the request is answered otherwise. A feature of the request.</summary>
internal sealed class Forwarding : IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private Task _running = Task.CompletedTask;

    /// <summary>Begins.</summary>
    /// <param name="forward">Takes the request to the worker until the token is cancelled.</param>
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

    /// <inheritdoc />
    public void Dispose() => _end.Dispose();
}

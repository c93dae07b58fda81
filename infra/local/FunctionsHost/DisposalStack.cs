using Microsoft.Extensions.Logging.Abstractions;

namespace LocalFunctionsHost;

/// <summary>What must be disposed of with the host: what was added last goes first.</summary>
internal sealed partial class DisposalStack : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Stack<object> _parts = new();

    /// <summary>Takes what goes wrong while the parts end.</summary>
    public ILogger Log { get; set; } = NullLogger.Instance;

    public T Add<T>(T part)
        where T : class
    {
        _parts.Push(part);
        return part;
    }

    public async ValueTask DisposeAsync()
    {
        while (_parts.TryPop(out var part))
        {
            try
            {
                await Task.Run(() => EndAsync(part)).WaitAsync(Patience);
            }
            catch (TimeoutException)
            {
                // Extensions that wait for a storage that is away do not end: they end with the process.
            }
            catch (Exception e)
            {
                // The others end all the same.
                LogNotEnded(Log, e, part.GetType().Name);
            }
        }
    }

    private static async Task EndAsync(object part)
    {
        if (part is IAsyncDisposable asynchronous)
        {
            await asynchronous.DisposeAsync();
        }
        else
        {
            (part as IDisposable)?.Dispose();
        }
    }

    [LoggerMessage(7002, LogLevel.Warning, "{Part} could not be ended in order.")]
    private static partial void LogNotEnded(ILogger log, Exception e, string part);
}

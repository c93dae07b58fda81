using DurableSqlite;
using LocalFunctionsHost.Functions;
using LocalFunctionsHost.Http;
using LocalFunctionsHost.Jobs;
using LocalFunctionsHost.Jobs.Timers;
using LocalFunctionsHost.Settings;
using LocalFunctionsHost.Worker;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalFunctionsHost;

/// <summary>The parts of a host. What was added last is disposed of first.</summary>
internal sealed partial class HostParts : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Stack<object> _owned = new();

    /// <summary>The settings that the host was started with.</summary>
    public HostSettings? Settings { get; set; }

    /// <summary>The functions, without those that are disabled.</summary>
    public IReadOnlyList<FunctionEntry> Functions { get; set; } = [];

    /// <summary>Holds new invocations back while the host stops.</summary>
    public InvocationGate Gate { get; } = new();

    /// <summary>Takes what goes wrong while the parts end.</summary>
    public ILogger Log { get; set; } = NullLogger.Instance;

    /// <summary>Keeps the worker running.</summary>
    public WorkerSupervisor? Workers { get; set; }

    /// <summary>Whether what the host keeps can be written.</summary>
    public SqliteStorageHealth? Storage { get; set; }

    /// <summary>Whether the host can serve.</summary>
    public HostState? State { get; set; }

    /// <summary>The port; null where the host does not listen.</summary>
    public PublicServer? Server { get; set; }

    /// <summary>The management API.</summary>
    public WebHooks? WebHooks { get; set; }

    /// <summary>WebJobs and the extensions.</summary>
    public IHost? Jobs { get; set; }

    /// <summary>The timer functions, with their schedules.</summary>
    public IReadOnlyList<TimerTrigger> Timers { get; set; } = [];

    /// <summary>Runs the timer functions; null where the host does not listen.</summary>
    public TimerService? TimerService { get; set; }

    /// <summary>Takes a part that is to be disposed of.</summary>
    /// <returns>The part.</returns>
    public T Add<T>(T part)
        where T : class
    {
        _owned.Push(part);
        return part;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        while (_owned.TryPop(out var part))
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

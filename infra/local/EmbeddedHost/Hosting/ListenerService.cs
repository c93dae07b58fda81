using FuseDeskFlows.EmbeddedHost.Queues;
using FuseDeskFlows.EmbeddedHost.Timers;
using FuseDeskFlows.EmbeddedHost.Worker.Functions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.EmbeddedHost.Hosting;

/// <summary>Listens to timers and queues while everything else is up.</summary>
internal sealed class ListenerService(
    HostRuntime runtime, FunctionRunner runner, QueueProvider queues, QueueWriter writer, TimeProvider time, ILoggerFactory loggers)
    : IHostedLifecycleService, IDisposable
{
    // How long runs that were told to end are waited for.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _aborting = new();
    private readonly List<Task> _listeners = [];

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var store = new TimerStatusStore(runtime.State.File("timers"));
        foreach (var (function, trigger) in runtime.Catalog.With<TimerFunctionTrigger>())
        {
            var listener = new TimerListener(function, trigger, runner, writer, store, time, loggers.CreateLogger<TimerListener>());
            Run(function, listener.RunAsync);
        }

        foreach (var (function, trigger) in runtime.Catalog.With<QueueFunctionTrigger>())
        {
            Run(function, Listener(function, trigger.Queue).RunAsync);
        }

        return Task.CompletedTask;
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();

        var ended = Task.WhenAll(_listeners);
        try
        {
            // What runs gets the time that the host has for stopping; then it is told to end.
            await ended.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await _aborting.CancelAsync();
            await Task.WhenAny(ended, Task.Delay(Grace, CancellationToken.None));
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _stopping.Dispose();
        _aborting.Dispose();
    }

    private QueueListener Listener(FunctionDescriptor function, QueueAddress address)
    {
        var options = runtime.HostJson.Queues;
        var logger = loggers.CreateLogger<QueueListener>();
        var queue = queues.Get(address);
        var processor = new MessageProcessor(function, runner, writer, queue, queues.Get(address.Poison), options, time, logger);
        return new QueueListener(queue, processor, options, time, logger);
    }

    private void Run(FunctionDescriptor function, Func<CancellationToken, CancellationToken, Task> listen) => _listeners.Add(Task.Run(
        async () =>
        {
            try
            {
                await listen(_stopping.Token, _aborting.Token);
            }
#pragma warning disable CA1031 // Nobody waits for a listener before the host stops: whatever ends one is told here.
            catch (Exception e)
#pragma warning restore CA1031
            {
                loggers.CreateLogger<ListenerService>().ListenerEnded(e, function.Name);
            }
        },
        CancellationToken.None));
}

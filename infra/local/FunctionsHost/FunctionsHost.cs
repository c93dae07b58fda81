using DurableSqlite;
using LocalFunctionsHost.Functions;
using LocalFunctionsHost.Settings;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Microsoft.Extensions.Options;

namespace LocalFunctionsHost;

/// <summary>A host that runs one isolated Functions app. Several can run in one process.</summary>
public sealed partial class FunctionsHost : IAsyncDisposable
{
    // As long as the Functions host gives them.
    private static readonly TimeSpan RunningFunctionsTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan CancelledFunctionsTime = TimeSpan.FromSeconds(2);

    private readonly HostParts _parts;
    private readonly TaskCompletionSource<int> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _stopping;

    private FunctionsHost(HostParts parts) => _parts = parts;

    /// <summary>The settings that the host was started with.</summary>
    public HostSettings Settings => _parts.Settings!;

    /// <summary>The app's functions, without those that are switched off.</summary>
    public IReadOnlyList<FunctionEntry> Functions => _parts.Functions;

    /// <summary>The services of the WebJobs SDK and the extensions, the durable client among them.</summary>
    public IServiceProvider Jobs => _parts.Jobs!.Services;

    /// <summary>Whether what the host keeps can be written.</summary>
    internal SqliteStorageHealth Storage => _parts.Storage!;

    /// <summary>The first address in the form in which this machine can call it; null where the host does not listen.</summary>
    public Uri? Address => _parts.Server?.Address;

    /// <summary>Ends when the host has ended, whoever ended it, with the exit code of its process.</summary>
    public Task<int> Completion => _completion.Task;

    /// <summary>
    /// Starts the host; the task ends when the worker is ready. The port is open before: requests wait for the worker, and get 503 when it
    /// could not start.
    /// </summary>
    /// <param name="setup">What the process gives.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    /// <exception cref="HostStartException">The host cannot start as it was asked to, or the worker cannot.</exception>
    public static async Task<FunctionsHost> StartAsync(HostSetup setup, CancellationToken cancellationToken)
    {
        var parts = new HostParts();
        try
        {
            await new HostBuilding(setup, parts).StartAsync(cancellationToken);
            var ready = parts.Workers!.ReadyAsync(cancellationToken);
            if (await Task.WhenAny(ready, parts.Workers.GaveUp) != ready)
            {
                throw new HostStartException(CannotStart(await parts.Workers.GaveUp));
            }

            await ready;
            parts.State!.Started();
            await (parts.TimerService?.StartAsync(cancellationToken) ?? Task.CompletedTask);
            var host = new FunctionsHost(parts);
            _ = host.WatchAsync(setup.Error);
            return host;
        }
        catch
        {
            await parts.DisposeAsync();
            throw;
        }
    }

    /// <summary>When a function of a schedule runs next; null where it has none.</summary>
    /// <param name="function">The function.</param>
    /// <param name="now">The moment.</param>
    public DateTimeOffset? NextRun(FunctionEntry function, DateTimeOffset now) => _parts.Timers
        .Where(timer => timer.Function == function)
        .Select(timer => (DateTimeOffset?)TimeZoneInfo.ConvertTime(timer.Schedule.Next(now), timer.Zone))
        .FirstOrDefault();

    /// <summary>Refuses new requests, tells requests that are under way to end, lets what runs end, and stops.</summary>
    /// <param name="cancellationToken">Gives the waiting up: what still runs is cut off.</param>
    public Task StopAsync(CancellationToken cancellationToken) => StopAsync(exitCode: 0, cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await StopAsync(new CancellationToken(canceled: true));

    private static string CannotStart(string problem) =>
        $"The app's worker could not be started {Worker.WorkerSupervisor.MaxFailedStarts} times in a row: {problem}";

    // What the host cannot go on after ends it: a process that lives and does nothing would be worse.
    private async Task WatchAsync(TextWriter error)
    {
        var lost = new TaskCompletionSource();
        await using var registration = _parts.Storage!.Lost.Register(lost.SetResult);
        var first = await Task.WhenAny(_parts.Workers!.GaveUp, lost.Task, Completion);
        if (first != Completion)
        {
            await error.WriteLineAsync(first == lost.Task ? _parts.Storage.Failure?.Message : CannotStart(await _parts.Workers.GaveUp));
            await StopAsync(exitCode: 1, new CancellationToken(canceled: true));
        }
    }

    private async Task StopAsync(int exitCode, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _stopping, 1) != 0)
        {
            await _completion.Task;
            return;
        }

        try
        {
            await DrainAsync(cancellationToken);
            await StopJobsAsync();
        }
        finally
        {
            // Whatever fails, the host ends: others wait for that.
            await _parts.DisposeAsync();
            _completion.TrySetResult(exitCode);
        }
    }

    private async Task StopJobsAsync()
    {
        // What was held back is told here that the host stops, and goes back to where it came from.
        Jobs.GetRequiredService<IOptions<DurableTaskOptions>>().Value.UseGracefulShutdown = _parts.Gate.HasJustEnded;
        using var patience = new CancellationTokenSource(CancelledFunctionsTime);
        try
        {
            await _parts.Jobs!.StopAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // A function does not listen; its worker ends now.
        }
        catch (Exception e)
        {
            LogJobsNotStopped(_parts.Log, e);
        }
    }

    private async Task DrainAsync(CancellationToken cancellationToken)
    {
        _parts.State!.Stop();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(RunningFunctionsTime);
        var answered = _parts.Server?.StopAsync(deadline.Token) ?? Task.CompletedTask;
        var timers = _parts.TimerService?.StopAsync(deadline.Token) ?? Task.CompletedTask;
        _parts.Workers!.CancelRequests();
        await Task.WhenAll(answered, timers, _parts.Gate.CloseAsync().WaitAsync(deadline.Token)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    [LoggerMessage(7001, LogLevel.Warning, "The functions could not be stopped in order; the host ends all the same.")]
    private static partial void LogJobsNotStopped(ILogger log, Exception e);
}

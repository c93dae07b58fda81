using FuseDeskFlows.EmbeddedHost.Engine;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace FuseDeskFlows.Tests.EmbeddedHost.Engine;

/// <summary>An engine on a file of its own, with time in the test's hand; it can be killed and started again.</summary>
internal sealed class EngineBed : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engine-");

    private EngineBed(TestFunctions functions, Func<EngineOptions, EngineOptions>? adjust, ILoggerFactory? loggers)
    {
        Functions = functions;
        Options = new() { DatabasePath = Path.Combine(_folder.FullName, "state.db") };
        Options = adjust?.Invoke(Options) ?? Options;
        Loggers = loggers ?? NullLoggerFactory.Instance;
        Engine = Make();
    }

    public TestFunctions Functions { get; set; }

    public EngineOptions Options { get; set; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));

    public DurableEngine Engine { get; private set; }

    public DurableTaskClient Client => Engine.Client;

    private ILoggerFactory Loggers { get; }

    public static async Task<EngineBed> StartAsync(
        TestFunctions functions, Func<EngineOptions, EngineOptions>? adjust = null, ILoggerFactory? loggers = null)
    {
        var bed = new EngineBed(functions, adjust, loggers);
        await bed.Engine.StartAsync(CancellationToken.None);
        return bed;
    }

    public Task<string> BeginAsync(string name, object? input = null, string? id = null) =>
        Client.ScheduleNewOrchestrationInstanceAsync(name, input, new StartOrchestrationOptions(id), CancellationToken.None);

    public async Task<OrchestrationMetadata> EndAsync(string id)
    {
        using var limit = new CancellationTokenSource(Patience);
        return await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, limit.Token);
    }

    public async Task<OrchestrationMetadata> RunAsync(string name, object? input = null) => await EndAsync(await BeginAsync(name, input));

    public async Task<T?> ResultAsync<T>(string name, object? input = null)
    {
        var end = await RunAsync(name, input);
        Assert.Equal((OrchestrationRuntimeStatus.Completed, null), (end.RuntimeStatus, end.FailureDetails?.ToString()));
        return end.ReadOutputAs<T>();
    }

    public async Task<OrchestrationMetadata> StateAsync(string id) =>
        await Client.GetInstanceAsync(id, getInputsAndOutputs: true, CancellationToken.None) ?? throw new InvalidOperationException($"No instance {id}.");

    public Task RaiseAsync(string id, string name, object? payload = null) => Client.RaiseEventAsync(id, name, payload, CancellationToken.None);

    public Task<IReadOnlyList<HistoryRecord>> HistoryAsync(string id) => Engine.ReadHistoryAsync(id, CancellationToken.None);

    /// <summary>Ends the engine as a kill would, and starts another on the same file.</summary>
    public async Task KillAsync()
    {
        await Engine.AbandonAsync();
        Engine = Make();
        await Engine.StartAsync(CancellationToken.None);
    }

    /// <summary>Stops the engine in an orderly way, and starts another on the same file.</summary>
    public async Task RestartAsync(CancellationToken limit)
    {
        await Engine.StopAsync(limit);
        Engine = Make();
        await Engine.StartAsync(CancellationToken.None);
    }

    /// <summary>Waits until exactly so many messages wait for their time.</summary>
    public Task SleepersAsync(int count) => UntilAsync(() => Engine.Counters.Sleepers == count, () => $"{Engine.Counters.Sleepers} sleepers, not {count}");

    /// <summary>Waits until a timer was set and passes its time.</summary>
    public async Task SleepAsync(TimeSpan time)
    {
        await SleepersAsync(1);
        Time.Advance(time);
    }

    public static Task UntilAsync(Func<bool> condition, Func<string>? what = null) => UntilAsync(() => Task.FromResult(condition()), what);

    public static async Task UntilAsync(Func<Task<bool>> condition, Func<string>? what = null)
    {
        var limit = DateTime.UtcNow + Patience;
        while (!await condition())
        {
            if (DateTime.UtcNow > limit)
            {
                Assert.Fail("In vain waited for: " + (what?.Invoke() ?? "the condition"));
            }

            await Task.Delay(2);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private DurableEngine Make() => new(Options, Functions, JsonDataConverter.Default, Time, Loggers);
}

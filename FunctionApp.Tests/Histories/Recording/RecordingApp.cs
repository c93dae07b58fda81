using System.Text.Json;
using FuseDeskFlows.Orchestrations.Writes;
using FuseDeskFlows.Tests.EndToEnd;
using FuseDeskFlows.Tests.Support;
using FuseDeskFlows.Triggers.Runs;
using FuseDeskFlows.TrutoSandbox;
using LocalHost.Tests.Support;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Client.Entities;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace FuseDeskFlows.Tests.Histories.Recording;

/// <summary>
/// The whole app with a sandbox, made to do the same each time: one step at a time, the same data, and time that stands still but for runs
/// that all wait for it.
/// </summary>
internal sealed class RecordingApp : IAsyncDisposable
{
    private const string DurableTask = "AzureFunctionsJobHost:extensions:durableTask";

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TempFolder _folder;
    private readonly SandboxServer _sandbox;
    private readonly FakeTimeProvider _time;
    private readonly AppHost _host;
    private int _decisions;

    private RecordingApp(TempFolder folder, SandboxServer sandbox, FakeTimeProvider time, AppHost host)
    {
        _folder = folder;
        _sandbox = sandbox;
        _time = time;
        _host = host;
    }

    private DurableTaskClient Client => _host.Client;

    public static async Task<RecordingApp> StartAsync(
        SandboxOptions? options = null,
        Action<FunctionsApplicationBuilder>? configure = null,
        params (string Name, string Value)[] settings)
    {
        var time = new FakeTimeProvider(Start);
        var folder = new TempFolder();
        var sandbox = await SandboxServer.StartAsync(
            (options ?? new()) with { Time = time, Today = Start }, TestContext.Current.CancellationToken);
        var host = await AppHost.StartAsync(
            new AppHostOptions(folder)
            {
                Time = time,
                Settings =
                [
                    .. TriageApp.SettingsFor(sandbox),
                    ($"{DurableTask}:storeInputsInOrchestrationHistory", "true"),
                    ($"{DurableTask}:maxConcurrentActivityFunctions", "1"),
                    ($"{DurableTask}:maxConcurrentOrchestratorFunctions", "1"),
                    ($"{DurableTask}:maxConcurrentEntityFunctions", "1"),
                    .. settings.Select(setting => (setting.Name, (string?)setting.Value)),
                ],
                Configure = builder =>
                {
                    builder.UseMiddleware(new SerialExecution().RunAsync);
                    configure?.Invoke(builder);
                },
            });
        return new(folder, sandbox, time, host);
    }

    public Task BeginAsync(string flow, string id, object? input) =>
        Client.ScheduleNewOrchestrationInstanceAsync(flow, input, new StartOrchestrationOptions(id), TestContext.Current.CancellationToken);

    /// <summary>Starts a run and lets it come to its end.</summary>
    public async Task RunAsync(string flow, string id, object? input)
    {
        await BeginAsync(flow, id, input);
        await EndAsync(id);
    }

    /// <summary>Approves what a run proposes.</summary>
    /// <param name="hash">What is approved; null for what is proposed.</param>
    public async Task DecideAsync(string id, string? hash)
    {
        var write = await Client.GetInstanceAsync(id, getInputsAndOutputs: true, TestContext.Current.CancellationToken);
        hash ??= RunMapper.ApprovalOf(write!)!.Hash;
        var decision = new ApprovalDecision { Id = $"decision-{_decisions++}", Approve = true, Hash = hash, By = "Ann" };
        await Client.RaiseEventAsync(id, ToolWrite.DecisionEvent, decision, TestContext.Current.CancellationToken);
        while (RunMapper.ApprovalOf(
            (await Client.GetInstanceAsync(id, getInputsAndOutputs: true, TestContext.Current.CancellationToken))!) is { } approval
            && !approval.Taken.Concat(approval.Refused.Select(refused => refused.Id)).Contains(decision.Id, StringComparer.Ordinal))
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Lets a run come to its end; time passes when nothing else can happen.</summary>
    public async Task EndAsync(string id)
    {
        while (await PassAsync(id))
        {
            // until nothing is left to wait for
        }
    }

    /// <summary>Lets the time pass that a run waits for next; false if it has ended.</summary>
    public async Task<bool> PassAsync(string id)
    {
        if (await SleepAsync(id) is not { } due)
        {
            return false;
        }

        _time.Advance(due - _time.GetUtcNow());
        return true;
    }

    /// <summary>Waits until a run, with its sub-orchestrations, only waits for time: gives until when, or null if it has ended.</summary>
    public async Task<DateTimeOffset?> SleepAsync(string id)
    {
        var limit = DateTime.UtcNow + Patience;
        while (true)
        {
            if ((await Client.GetInstanceAsync(id, TestContext.Current.CancellationToken))?.IsCompleted == true)
            {
                return null;
            }

            if (await TimedWaits.NextAsync(Client, id) is { } due && due > _time.GetUtcNow())
            {
                return due;
            }

            Assert.True(DateTime.UtcNow < limit, $"{id} neither ends nor waits for its time.");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>What a run did.</summary>
    public async Task<RecordedHistory> HistoryAsync(string scenario, string id)
    {
        var history = await Client.GetOrchestrationHistoryAsync(id, TestContext.Current.CancellationToken);
        var events = HistoryReading.Read(history);
        return new()
        {
            Flow = events.Single(e => e.Kind == HistoryEventKind.ExecutionStarted).Name!,
            Scenario = scenario,
            Version = HistoryFiles.PresentVersion(),
            InstanceId = id,
            Events = events,
        };
    }

    /// <summary>The states that entities have now.</summary>
    public async Task<IReadOnlyList<EntityState>> StatesAsync(string scenario)
    {
        var states = new List<EntityState>();
        var entities = Client.Entities.GetAllEntitiesAsync(new EntityQuery());
        await foreach (var entity in entities.WithCancellation(TestContext.Current.CancellationToken))
        {
            states.Add(new(scenario, entity.Id.Name, JsonElement.Parse(entity.State.Value)));
        }

        return states;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _sandbox.DisposeAsync();
        _folder.Dispose();
    }
}

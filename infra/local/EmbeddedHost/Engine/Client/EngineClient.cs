using DurableTask.Core.Exceptions;
using FuseDeskFlows.EmbeddedHost.Engine.Storage;
using FuseDeskFlows.EmbeddedHost.Engine.Tracing;
using FuseDeskFlows.EmbeddedHost.Engine.Versions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Client.Entities;

namespace FuseDeskFlows.EmbeddedHost.Engine.Client;

/// <summary>The client of the engine. What it stores is acknowledged only after the commit.</summary>
internal sealed class EngineClient(
    string hubName,
    Func<StoreWriter> writer,
    StoreReader reader,
    InstanceSignals signals,
    IDurableFunctions functions,
    VersionPolicy versions,
    DataConverter converter,
    TimeProvider time) : DurableTaskClient(hubName)
{
    private readonly InstanceQueries _queries = new(reader, converter, hubName);

    public override DurableEntityClient Entities { get; } = new EngineEntityClient(hubName, writer, reader, converter);

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        if (!functions.HasOrchestrator(orchestratorName.Name ?? string.Empty))
        {
            throw new ArgumentException($"There is no orchestrator named '{orchestratorName}'.", nameof(orchestratorName));
        }

        var now = time.GetUtcNow();
        var row = new InstanceRow(
            InstanceIds.Check(options?.InstanceId) ?? Guid.NewGuid().ToString("N"),
            orchestratorName.Name!,
            InstanceRow.NewExecutionId(),
            OrchestrationRuntimeStatus.Pending,
            now,
            now)
        {
            Input = converter.Serialize(input),
            Version = versions.Of(options?.Version),
            Tags = options?.Tags is { Count: > 0 } tags ? tags : null,
        };
        await CreateAsync(row, options?.StartAt, InstanceIds.Dedupe(options?.DedupeStatuses), cancellation);
        return row.Id;
    }

    public override async Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        using var span = DurableSpans.Raising(instanceId, eventName);
        await SendAsync(new(0, instanceId, HistoryKind.EventRaised) { Name = eventName, Data = converter.Serialize(eventPayload) }, cancellation);
    }

    public override Task TerminateInstanceAsync(string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) =>
        SendAsync(
            new(0, instanceId, HistoryKind.ExecutionTerminated) { Data = converter.Serialize(options?.Output), Recursive = options?.Recursive ?? false },
            cancellation);

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(new(0, instanceId, HistoryKind.ExecutionSuspended) { Data = reason }, cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(new(0, instanceId, HistoryKind.ExecutionResumed) { Data = reason }, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, row => row.Status != OrchestrationRuntimeStatus.Pending, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, row => row.IsEnded, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(reader.Instance(instanceId) is { } row ? _queries.Describe(row, getInputsAndOutputs) : null);
    }

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) => _queries.All(filter ?? new());

    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var recursive = options?.Recursive ?? false;
        return new(await writer().WriteAsync(store => Purges.Purge(store, instanceId, recursive)).WaitAsync(cancellation), isComplete: true);
    }

    public override async Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var recursive = options?.Recursive ?? false;
        var count = 0;
        var query = new OrchestrationQuery(filter.CreatedFrom, filter.CreatedTo, filter.Statuses);
        await foreach (var page in _queries.All(query).AsPages().WithCancellation(cancellation))
        {
            // A page at a time, for one commit each.
            string[] ended = [.. page.Values.Where(i => i.IsCompleted).Select(i => i.InstanceId)];
            count += await writer().WriteAsync(store => ended.Sum(id => Purges.Purge(store, id, recursive))).WaitAsync(cancellation);
        }

        return new(count, isComplete: true);
    }

    public override async Task<string> RestartAsync(string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var old = reader.Instance(instanceId) ?? throw NotFound(instanceId);
        if (!old.IsEnded && !restartWithNewInstanceId)
        {
            throw new InvalidOperationException($"The orchestration '{instanceId}' has not ended; it cannot be restarted under the same id.");
        }

        var now = time.GetUtcNow();
        var id = restartWithNewInstanceId ? Guid.NewGuid().ToString("N") : instanceId;
        var row = new InstanceRow(id, old.Name, InstanceRow.NewExecutionId(), OrchestrationRuntimeStatus.Pending, now, now)
        {
            Input = old.Input,
            Version = versions.Default, // as in Durable Functions: it runs anew, so it runs on the present code
            Tags = old.Tags,
        };
        await CreateAsync(row, startAt: null, InstanceIds.NotEnded, cancellation);
        return id;
    }

    /// <summary>The engine's owner disposes it, not the client's users.</summary>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static ArgumentException NotFound(string id) => new($"There is no orchestration with the id '{id}'.", nameof(id));

    private async Task CreateAsync(
        InstanceRow row, DateTimeOffset? startAt, IReadOnlySet<OrchestrationRuntimeStatus> refuse, CancellationToken cancellation)
    {
        using var span = DurableSpans.Creating(row);
        row = row with { Trace = RunTrace.Under(DurableSpans.AreWanted ? TraceLink.Current : null) };
        var conflict = await writer().WriteAsync(store =>
        {
            if (store.Find(row.Id) is { } existing && refuse.Contains(existing.Status))
            {
                return existing;
            }

            store.Create(row, startAt);
            return null;
        }).WaitAsync(cancellation);
        if (conflict is not null)
        {
            throw new OrchestrationAlreadyExistsException($"An orchestration instance with the id '{row.Id}' already exists; it is {conflict.Status}.");
        }
    }

    // As in Durable Functions, what is sent to an unknown or ended instance is dropped without an error.
    private Task<bool> SendAsync(Message message, CancellationToken cancellation)
    {
        InstanceIds.RefuseEntity(message.Target);
        return writer().WriteAsync(store =>
        {
            store.SendIfAlive(message);
            return true;
        }).WaitAsync(cancellation);
    }

    private async Task<OrchestrationMetadata> WaitAsync(string id, Func<InstanceRow, bool> isReached, bool withData, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        while (true)
        {
            var change = signals.Next(id);
            var row = reader.Instance(id) ?? throw NotFound(id);
            if (isReached(row))
            {
                return _queries.Describe(row, withData);
            }

            await change.WaitAsync(cancellation);
        }
    }
}

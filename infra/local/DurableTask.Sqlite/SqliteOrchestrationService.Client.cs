using DurableTask.Core.Exceptions;

namespace DurableSqlite;

/// <content>Starts, messages and status.</content>
public sealed partial class SqliteOrchestrationService : IOrchestrationServiceClient
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1); // of a single one: a timer takes no more than seven weeks

    /// <inheritdoc/>
    public Task CreateTaskOrchestrationAsync(TaskMessage creationMessage) => CreateTaskOrchestrationAsync(creationMessage, null);

    /// <summary>Starts an orchestration, in the place of one with its id unless that has one of the statuses.</summary>
    /// <param name="creationMessage">Its start.</param>
    /// <param name="dedupeStatuses">Null: those of an instance that has not finished. Empty: whatever there is, is replaced.</param>
    /// <returns>Completes when the start is in the file.</returns>
    /// <exception cref="OrchestrationAlreadyExistsException">The id is taken.</exception>
    public async Task CreateTaskOrchestrationAsync(TaskMessage creationMessage, OrchestrationStatus[]? dedupeStatuses)
    {
        if (creationMessage.Event is not ExecutionStartedEvent start)
        {
            throw new ArgumentException("Only a start creates an orchestration.", nameof(creationMessage));
        }

        Open();
        var now = Now;
        start.Timestamp = now;
        start.Generation ??= 0;
        var message = Outgoing(creationMessage, toSelf: true);
        InstanceRow? existing = null;
        List<long>? cancelled = null; // null: the id is taken
        await Store.WriteAsync(
            database =>
            {
                existing = InstanceTable.Find(database, start.OrchestrationInstance.InstanceId);
                var isTaken = existing is not null && (dedupeStatuses?.Contains(existing.Status) ?? !existing.IsFinished);
                cancelled = isTaken ? null : InstanceTable.Replace(database, existing, start, now);
                if (!isTaken)
                {
                    MessageWriter.Write(database, message, now);
                }
            },
            () =>
            {
                if (cancelled is not null)
                {
                    Forget(existing, cancelled);
                    LetOut(message);
                }
            });
        if (cancelled is null)
        {
            throw new OrchestrationAlreadyExistsException($"An Orchestration instance with the status {existing!.Status} already exists.");
        }
    }

    /// <inheritdoc/>
    public Task SendTaskOrchestrationMessageAsync(TaskMessage message) => SendTaskOrchestrationMessageBatchAsync(message);

    /// <inheritdoc/>
    public Task SendTaskOrchestrationMessageBatchAsync(params TaskMessage[] messages)
    {
        Open();
        var now = Now;
        var outgoing = Array.ConvertAll(messages, message => Outgoing(message));
        return Store.WriteAsync(
            database => Array.ForEach(outgoing, message => MessageWriter.Write(database, message, now)),
            () => Array.ForEach(outgoing, LetOut));
    }

    // One that has not begun ends at once, as on Azure Storage: its start may be scheduled for later, or no worker may take its version.
    Task IOrchestrationServiceClient.ForceTerminateTaskOrchestrationAsync(string instanceId, string reason)
    {
        Open();
        var now = Now;
        var message = Outgoing(ToInstance(instanceId, new ExecutionTerminatedEvent(-1, reason)));
        return Store.CommitAsync(
            database =>
            {
                if (InstanceTable.Find(database, instanceId) is not { Status: OrchestrationStatus.Pending } pending)
                {
                    MessageWriter.Write(database, message, now);
                    return null;
                }

                database.Execute("UPDATE Instance SET Status = @0, Updated = @1, Completed = @1 WHERE Id = @2",
                    (int)OrchestrationStatus.Terminated, now.Ticks, pending.Id);
                InstanceTable.SetPayload(database, pending.Id, InstanceTable.Output, reason);
                database.Execute("DELETE FROM Inbox WHERE InstanceId = @0", instanceId);
                return pending;
            },
            ended =>
            {
                if (ended is null)
                {
                    LetOut(message);
                    return;
                }

                Forget(ended);
                _waiters.Release(instanceId);
            });
    }

    /// <summary>Lets a failed instance go on from where it failed. DurableTask.Core takes the failures out of the histories.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="reason">Goes into its history.</param>
    /// <returns>Completes when the request is in the file.</returns>
    public Task RewindTaskOrchestrationAsync(string instanceId, string? reason) =>
        SendTaskOrchestrationMessageAsync(ToInstance(instanceId, new ExecutionRewoundEvent(-1, reason)));

    /// <inheritdoc/>
    /// <remarks>The execution is not looked at: it may continue as new.</remarks>
    public async Task<OrchestrationState?> WaitForOrchestrationAsync(
        string instanceId, string? executionId, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var started = _settings.Time.GetTimestamp();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var end = _waiters.Join(instanceId);
            try
            {
                var state = await GetOrchestrationStateAsync(instanceId, executionId: null);
                var left = timeout == Timeout.InfiniteTimeSpan ? LongestWait : timeout - _settings.Time.GetElapsedTime(started);
                if (state is not null && InstanceTable.IsFinished(state.OrchestrationStatus))
                {
                    return state;
                }

                if (left <= TimeSpan.Zero)
                {
                    return null;
                }

                // When the time is over, looks once more.
                await end.Task.WaitAsync(left < LongestWait ? left : LongestWait, _settings.Time, cancellationToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            finally
            {
                _waiters.Leave(instanceId, end);
            }
        }
    }

    async Task<IList<OrchestrationState>> IOrchestrationServiceClient.GetOrchestrationStateAsync(string instanceId, bool allExecutions) =>
        await GetOrchestrationStateAsync(instanceId, executionId: null) is { } state ? [state] : [];

    /// <inheritdoc/>
    public Task<OrchestrationState?> GetOrchestrationStateAsync(string instanceId, string? executionId)
    {
        var row = Read(database => InstanceTable.Find(database, instanceId, withPayloads: true));
        var isAnother = !string.IsNullOrEmpty(executionId) && !string.Equals(executionId, row?.ExecutionId, StringComparison.Ordinal);
        return Task.FromResult(isAnother ? null : row?.ToState());
    }

    Task<string> IOrchestrationServiceClient.GetOrchestrationHistoryAsync(string instanceId, string executionId) =>
        Task.FromResult(EventSerializer.WriteWhole(GetHistory(instanceId)));

    /// <summary>The history of an instance's last execution.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <returns>Its events in their order; none where there is no such instance.</returns>
    public IReadOnlyList<HistoryEvent> GetHistory(string instanceId) => Read(database =>
        InstanceTable.Find(database, instanceId) is { } row ? InstanceTable.ReadHistory(database, row.Id).Events : []);

    private static TaskMessage ToInstance(string instanceId, HistoryEvent historyEvent) =>
        new() { OrchestrationInstance = new OrchestrationInstance { InstanceId = instanceId }, Event = historyEvent };

    private void Forget(InstanceRow? row, List<long>? cancelled = null)
    {
        cancelled?.ForEach(id => _activities.Close(id));
        if (row is not null)
        {
            _sessions.Forget(row.InstanceId, keepsMessages: row.IsEntity);
        }
    }
}

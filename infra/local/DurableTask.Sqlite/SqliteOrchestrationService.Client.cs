using DurableSqlite.Messages;
using DurableSqlite.Storage;
using DurableTask.Core;
using DurableTask.Core.Exceptions;
using DurableTask.Core.History;

namespace DurableSqlite;

/// <content>Starts, messages and status.</content>
public sealed partial class SqliteOrchestrationService : IOrchestrationServiceClient
{
    private static readonly OrchestrationStatus[] Unfinished =
        [OrchestrationStatus.Pending, OrchestrationStatus.Running, OrchestrationStatus.Suspended];

    /// <summary>Of a single wait: a timer takes no more than seven weeks.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public Task CreateTaskOrchestrationAsync(TaskMessage creationMessage) => CreateTaskOrchestrationAsync(creationMessage, Unfinished);

    /// <summary>Starts an orchestration, in the place of one with its id unless that has one of the statuses.</summary>
    /// <param name="creationMessage">Its start.</param>
    /// <param name="dedupeStatuses">Null: those of an instance that has not finished. Empty: whatever there is, is replaced.</param>
    /// <exception cref="OrchestrationAlreadyExistsException">The id is taken.</exception>
    /// <exception cref="SqliteStorageException">The start could not be written.</exception>
    /// <returns>Completes when the start is in the file.</returns>
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
        var instanceId = start.OrchestrationInstance.InstanceId;
        OutgoingMessage message = new(creationMessage, NewId(), toSelf: true);
        InstanceRow? existing = null;
        var isTaken = false;
        await _store.WriteAsync(
            database =>
            {
                existing = InstanceTable.Find(database, instanceId);
                isTaken = existing is not null && (dedupeStatuses ?? Unfinished).Contains(existing.Status);
                if (!isTaken)
                {
                    InstanceTable.Replace(database, existing, start, now);
                    MessageWriter.Write(database, message, now);
                }
            },
            () =>
            {
                if (!isTaken)
                {
                    Forget(existing);
                    LetOut(message);
                }
            });
        if (isTaken)
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
        var outgoing = Array.ConvertAll(messages, message => new OutgoingMessage(message, NewId()));
        return _store.WriteAsync(
            database => Array.ForEach(outgoing, message => MessageWriter.Write(database, message, now)),
            () => Array.ForEach(outgoing, LetOut));
    }

    /// <summary>
    /// Terminates an instance. One that has not begun ends at once, as on Azure Storage: its start may be scheduled for later, or its
    /// version may be one that no worker takes.
    /// </summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="reason">Its output.</param>
    /// <returns>Completes when it is in the file.</returns>
    public Task ForceTerminateTaskOrchestrationAsync(string instanceId, string reason)
    {
        Open();
        var now = Now;
        OutgoingMessage message = new(ToInstance(instanceId, new ExecutionTerminatedEvent(-1, reason)), NewId());
        InstanceRow? pending = null;
        return _store.WriteAsync(
            database =>
            {
                var row = InstanceTable.Find(database, instanceId);
                pending = row is { Status: OrchestrationStatus.Pending } ? row : null;
                if (pending is null)
                {
                    MessageWriter.Write(database, message, now);
                    return;
                }

                database.Execute("UPDATE Instance SET Status = @0, Updated = @1, Completed = @1 WHERE Id = @2",
                    (int)OrchestrationStatus.Terminated, now.Ticks, pending.Id);
                InstanceTable.SetPayload(database, pending.Id, PayloadKind.Output, reason);
                database.Execute("DELETE FROM Inbox WHERE InstanceId = @0", instanceId);
            },
            () =>
            {
                Forget(pending);
                LetOut(message);
                if (pending is not null)
                {
                    _waiters.Release(instanceId);
                }
            });
    }

    /// <summary>Lets a failed instance go on from where it failed. DurableTask.Core takes the failures out of the histories.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="reason">Goes into its history.</param>
    /// <returns>Completes when the request is in the file.</returns>
    public Task RewindTaskOrchestrationAsync(string instanceId, string? reason) =>
        SendTaskOrchestrationMessageAsync(ToInstance(instanceId, new ExecutionRewoundEvent(-1, reason)));

    /// <summary>Waits for the end of an instance, whichever of its executions that is: it may continue as new.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="executionId">Not looked at.</param>
    /// <param name="timeout">How long; an infinite time is allowed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The state; null when the time is over.</returns>
    public async Task<OrchestrationState?> WaitForOrchestrationAsync(
        string instanceId, string? executionId, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var started = _settings.Time.GetTimestamp();
        var isEndless = timeout == Timeout.InfiniteTimeSpan || timeout == TimeSpan.MaxValue;
        while (true)
        {
            var end = _waiters.Join(instanceId);
            try
            {
                var state = await GetOrchestrationStateAsync(instanceId, executionId: null);
                if (state is not null && InstanceTable.IsFinished(state.OrchestrationStatus))
                {
                    return state;
                }

                var left = isEndless ? LongestWait : timeout - _settings.Time.GetElapsedTime(started);
                if (left <= TimeSpan.Zero)
                {
                    return null;
                }

                await end.Task.WaitAsync(left < LongestWait ? left : LongestWait, _settings.Time, cancellationToken);
            }
            catch (TimeoutException)
            {
                // Looks once more, and at how much of the time is left.
            }
            finally
            {
                _waiters.Leave(instanceId, end);
            }
        }
    }

    /// <inheritdoc/>
    public async Task<IList<OrchestrationState>> GetOrchestrationStateAsync(string instanceId, bool allExecutions) =>
        await GetOrchestrationStateAsync(instanceId, executionId: null) is { } state ? [state] : [];

    /// <inheritdoc/>
    public Task<OrchestrationState?> GetOrchestrationStateAsync(string instanceId, string? executionId)
    {
        Open();
        var row = _store.Read(database => InstanceTable.FindWithPayloads(database, instanceId));
        var isAnother = !string.IsNullOrEmpty(executionId) && !string.Equals(executionId, row?.ExecutionId, StringComparison.Ordinal);
        return Task.FromResult(isAnother ? null : row?.ToState());
    }

    /// <inheritdoc/>
    public Task<string> GetOrchestrationHistoryAsync(string instanceId, string executionId) =>
        Task.FromResult(EventSerializer.WriteWhole(GetHistory(instanceId)));

    /// <summary>The history of an instance's last execution.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <returns>Its events in their order; none where there is no such instance.</returns>
    public IReadOnlyList<HistoryEvent> GetHistory(string instanceId)
    {
        Open();
        return _store.Read(database =>
            InstanceTable.Find(database, instanceId) is { } row ? InstanceTable.ReadHistory(database, row.Id).Events : []);
    }

    private static TaskMessage ToInstance(string instanceId, HistoryEvent historyEvent) => new()
    {
        OrchestrationInstance = new OrchestrationInstance { InstanceId = instanceId },
        Event = historyEvent,
    };

    private void Forget(InstanceRow? row)
    {
        if (row is not null)
        {
            _sessions.Forget(row.InstanceId, keepsMessages: row.Kind == InstanceKind.Entity);
        }
    }
}

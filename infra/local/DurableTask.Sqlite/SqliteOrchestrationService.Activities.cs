using System.Globalization;
using DurableSqlite.Messages;
using DurableSqlite.Storage;
using DurableTask.Core;

namespace DurableSqlite;

/// <content>Work items of activities.</content>
public sealed partial class SqliteOrchestrationService
{
    /// <inheritdoc/>
    public async Task<TaskActivityWorkItem?> LockNextTaskActivityWorkItem(TimeSpan receiveTimeout, CancellationToken cancellationToken) =>
        await _activities.NextAsync(receiveTimeout, cancellationToken) is { } message
            ? new TaskActivityWorkItem
            {
                Id = message.SequenceNumber.ToString(CultureInfo.InvariantCulture),
                TaskMessage = message,
                LockedUntilUtc = DateTime.MaxValue,
            }
            : null;

    /// <inheritdoc/>
    public Task<TaskActivityWorkItem> RenewTaskActivityWorkItemLockAsync(TaskActivityWorkItem workItem) => Task.FromResult(workItem);

    /// <summary>
    /// Hands the result on at once and lets its write ride in the commit of the episode that works on it: that comes later in the
    /// writer's queue, so no episode is in the file without what it was told, and a step costs one commit.
    /// </summary>
    /// <param name="workItem">The activity.</param>
    /// <param name="responseMessage">How it ended.</param>
    /// <returns>Completes at once.</returns>
    public Task CompleteTaskActivityWorkItemAsync(TaskActivityWorkItem workItem, TaskMessage responseMessage)
    {
        var message = workItem.TaskMessage;
        if (!_activities.Close(message.SequenceNumber))
        {
            return Task.CompletedTask; // cancelled while it ran
        }

        OutgoingMessage result = new(responseMessage, NewId());
        WriteOperation write = new(database => MessageWriter.WriteResult(database, message.SequenceNumber, result))
        {
            MustSucceed = true,
            CanRide = true,
        };
        _ = _store.PostAsync(write);
        _sessions.Deliver(responseMessage);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task AbandonTaskActivityWorkItemAsync(TaskActivityWorkItem workItem)
    {
        _ = RunAgainAsync(workItem.TaskMessage);
        return Task.CompletedTask;
    }

    private async Task RunAgainAsync(TaskMessage message)
    {
        await Task.Delay(_settings.RetryDelay);
        if (_activities.IsOpen(message))
        {
            _activities.Add(message);
        }
    }
}

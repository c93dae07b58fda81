using System.Globalization;

namespace DurableSqlite;

/// <content>Work items of activities.</content>
public sealed partial class SqliteOrchestrationService
{
    async Task<TaskActivityWorkItem?> IOrchestrationService.LockNextTaskActivityWorkItem(
        TimeSpan receiveTimeout, CancellationToken cancellationToken)
    {
        var message = await _activities.NextAsync(receiveTimeout, cancellationToken);
        if (message is null)
        {
            return null;
        }

        _settings.Health.HandedOut();
        var id = message.SequenceNumber.ToString(CultureInfo.InvariantCulture);
        return new TaskActivityWorkItem { Id = id, TaskMessage = message, LockedUntilUtc = DateTime.MaxValue };
    }

    Task<TaskActivityWorkItem> IOrchestrationService.RenewTaskActivityWorkItemLockAsync(TaskActivityWorkItem workItem) =>
        Task.FromResult(workItem);

    // Hands the result on at once and lets its write ride in the commit of the episode that works on it: that comes later in the
    // writer's queue, so no episode is in the file without what it was told, and a step costs one commit.
    Task IOrchestrationService.CompleteTaskActivityWorkItemAsync(TaskActivityWorkItem workItem, TaskMessage responseMessage)
    {
        var activity = workItem.TaskMessage.SequenceNumber;
        if (_activities.Close(activity)) // or else it was cancelled while it ran
        {
            var result = Outgoing(responseMessage);
            void Write(Database database) => MessageWriter.WriteResult(database, activity, result);
            _ = Store.PostAsync(new(Write) { MustSucceed = true, CanRide = true });
            _sessions.Deliver(responseMessage);
        }

        _settings.Health.CameBack();
        return Task.CompletedTask;
    }

    Task IOrchestrationService.AbandonTaskActivityWorkItemAsync(TaskActivityWorkItem workItem)
    {
        _settings.Health.CameBack();
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

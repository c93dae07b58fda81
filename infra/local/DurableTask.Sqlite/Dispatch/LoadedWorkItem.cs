namespace DurableSqlite.Dispatch;

/// <summary>What became of loading an instance.</summary>
/// <param name="WorkItem">Null where there is nothing to work on: the messages wait for the instance's start.</param>
/// <param name="Nobody">The instance has ended or is gone: the messages are for nobody.</param>
internal sealed record LoadedWorkItem(SqliteWorkItem? WorkItem, bool Nobody = false);

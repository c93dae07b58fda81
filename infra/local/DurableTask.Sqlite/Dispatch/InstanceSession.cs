using DurableTask.Core;

namespace DurableSqlite.Dispatch;

/// <summary>An instance in memory: it has messages to work on, is being worked on, or is kept because it was a moment ago.</summary>
internal sealed class InstanceSession(string instanceId)
{
    public string InstanceId => instanceId;
    public List<TaskMessage> Inbox { get; set; } = [];
    /// <summary>Handed out to a dispatcher, or held back for a while.</summary>
    public bool IsLocked { get; set; }
    public bool IsQueued { get; set; }
    /// <summary>Something came since its messages were last taken.</summary>
    public bool HasNews { get; set; }
    /// <summary>Its last work item, with the history and the execution that the next episode goes on from.</summary>
    public SqliteWorkItem? Kept { get; set; }
    public LinkedListNode<InstanceSession>? KeptNode { get; set; }
    /// <summary>How many work items in a row were abandoned.</summary>
    public int Abandons { get; set; }
}

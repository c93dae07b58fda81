namespace DurableSqlite.Dispatch;

/// <summary>An instance in memory: it has messages to work on, is being worked on, or is kept because it was a moment ago.</summary>
internal sealed class InstanceSession(string instanceId)
{
    public string InstanceId => instanceId;
    public List<TaskMessage> Inbox { get; } = [];
    public bool IsLocked { get; set; } // handed out to a dispatcher, or held back for a while
    public bool IsQueued { get; set; }
    public bool HasNews { get; set; } // something came since its messages were last taken
    public SqliteWorkItem? Kept { get; set; } // its last work item, with the history and the execution that the next episode goes on from
    public LinkedListNode<InstanceSession>? KeptNode { get; set; }
    public int Abandons { get; set; } // how many work items in a row were abandoned
}

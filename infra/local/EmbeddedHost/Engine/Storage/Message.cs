using FuseDeskFlows.EmbeddedHost.Engine.Tracing;
using Microsoft.DurableTask;

namespace FuseDeskFlows.EmbeddedHost.Engine.Storage;

/// <summary>Something stored for an orchestration or an entity that it has not taken in yet.</summary>
/// <param name="Id">Its number; messages are taken in this order.</param>
/// <param name="Target">The instance id, or the entity's id.</param>
/// <param name="Kind">What it says.</param>
internal sealed record Message(long Id, string Target, HistoryKind Kind)
{
    /// <summary>When it is delivered; null delivers at once.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>For results: the run that waits. For entity calls: the run that gets the answer.</summary>
    public string? ExecutionId { get; init; }

    /// <summary>For results and entity calls: the step that waits.</summary>
    public int? TaskId { get; init; }

    /// <summary>The event or the operation.</summary>
    public string? Name { get; init; }

    /// <summary>Payload, result, input or reason.</summary>
    public string? Data { get; init; }

    /// <summary>Why the step failed.</summary>
    public TaskFailureDetails? Failure { get; init; }

    /// <summary>The orchestration that called an entity, or wants or gives back its lock; null for a signal.</summary>
    public string? Sender { get; init; }

    /// <summary>Whether a termination goes on to sub-orchestrations.</summary>
    public bool Recursive { get; init; }

    /// <summary>For entities: who caused it.</summary>
    public TraceLink? Trace { get; init; }

    public bool IsForEntity => Target.StartsWith('@');

    public HistoryRecord ToRecord(DateTimeOffset now) => new(Kind, now) { TaskId = TaskId, Name = Name, Data = Data, Failure = Failure };
}

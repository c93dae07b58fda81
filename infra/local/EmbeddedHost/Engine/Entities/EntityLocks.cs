using System.Text.Json;
using FuseDeskFlows.EmbeddedHost.Engine.Storage;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.EmbeddedHost.Engine.Entities;

/// <summary>Entity locks: a request goes from entity to entity in one global order, so that no two orchestrations wait for each other, and
/// comes back granted from the last. While an entity is locked, only its holder's calls run; all else waits.</summary>
internal static class EntityLocks
{
    /// <summary>The order in which entities are locked, each once.</summary>
    public static IReadOnlyList<EntityInstanceId> Order(IEnumerable<EntityInstanceId> ids) =>
        [.. ids.Distinct().OrderBy(id => id.Name, StringComparer.Ordinal).ThenBy(id => id.Key, StringComparer.Ordinal)];

    public static string Write(IEnumerable<EntityInstanceId> ids) => JsonSerializer.Serialize(ids.Select(id => id.ToString()));

    public static string[] Read(string? ids) => JsonSerializer.Deserialize<string[]>(ids!)!;

    /// <summary>Sorts an entity's messages by what its lock lets them do.</summary>
    public static EntityTurn Plan(List<Message> messages, string? lockedBy)
    {
        var turn = new EntityTurn();
        var waiting = new LinkedList<Message>(messages);
        var held = new List<Message>();
        while (waiting.First?.Value is { } message)
        {
            waiting.RemoveFirst();
            var isHolder = lockedBy is not null && string.Equals(message.Sender, lockedBy, StringComparison.Ordinal);
            switch (message.Kind)
            {
                case HistoryKind.EntityLockReleased:
                    turn.LockMessages.Add(message);
                    if (!isHolder)
                    {
                        break;
                    }

                    lockedBy = null;
                    for (var i = held.Count - 1; i >= 0; i--)
                    {
                        waiting.AddFirst(held[i]);
                    }

                    held.Clear();
                    break;
                case HistoryKind.EntityLockRequested when lockedBy is null:
                    turn.LockMessages.Add(message);
                    turn.Granted.Add(message);
                    lockedBy = message.Sender;
                    break;
                case HistoryKind.EntityOperationCalled when isHolder:
                case not HistoryKind.EntityLockRequested when lockedBy is null:
                    turn.Operations.Add(message);
                    break;
                default:
                    held.Add(message);
                    break;
            }
        }

        return turn with { Held = held, LockedBy = lockedBy };
    }

    /// <summary>Hands a granted request on to the next entity, or the last one's answer to the orchestration. One that has meanwhile ended
    /// gives the lock back.</summary>
    public static void PassOn(StoreTransaction store, Message granted)
    {
        if (store.Find(granted.Sender!) is not { IsEnded: false } holder
            || !string.Equals(holder.ExecutionId, granted.ExecutionId, StringComparison.Ordinal))
        {
            store.Send(new(0, granted.Target, HistoryKind.EntityLockReleased) { Sender = granted.Sender });
            return;
        }

        var ids = Read(granted.Data);
        var next = Array.IndexOf(ids, granted.Target) + 1;
        store.Send(next < ids.Length
            ? granted with { Id = 0, Target = ids[next] }
            : new(0, holder.Id, HistoryKind.EntityLockGranted) { ExecutionId = granted.ExecutionId, TaskId = granted.TaskId });
    }
}

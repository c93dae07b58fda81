using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Client.Entities;

namespace FuseDeskFlows.EmbeddedHost.Engine.Storage;

/// <summary>Reads what is committed, on connections of its own, without ever waiting for the writer.</summary>
internal sealed class StoreReader(string path) : IDisposable
{
    private readonly ConcurrentBag<SqlSession> _idle = [];
    private volatile bool _disposed;

    public InstanceRow? Instance(string id) => Read(sql => sql.Query(
        $"SELECT {RowText.InstanceColumns} FROM instances WHERE id=$1", RowText.Instance, id).FirstOrDefault());

    public List<HistoryRecord> History(string id) => Read(sql => sql.Query(
        "SELECT kind, at, task, name, target, data, failure, fire_at FROM history WHERE instance=$1 ORDER BY seq", RowText.History, id));

    public List<Message> Messages() => Read(sql => sql.Query($"SELECT {RowText.MessageColumns} FROM messages ORDER BY id", RowText.Message));

    public List<ActivityWork> Activities() => Read(sql => sql.Query(
        "SELECT a.instance, a.execution, a.task, a.name, a.input, i.version, i.trace FROM activities a LEFT JOIN instances i ON i.id = a.instance ORDER BY a.instance, a.execution, a.task", RowText.Activity));

    public EntityRow? Entity(string id) => Read(sql => sql.Query(EntitySelect + " WHERE e.id=$1", RowText.Entity, id).FirstOrDefault());

    /// <summary>One page of instances in the order of their creation, after the given place.</summary>
    public List<InstanceRow> Page(OrchestrationQuery filter, int size, (long Created, string Id)? after)
    {
        var statuses = filter.Statuses?.Select(s => (int)s).ToArray();
        return Read(sql => sql.Query(
            $"""
            SELECT {RowText.InstanceColumns} FROM instances
            WHERE (created, id) > ($1, $2) AND created >= $3 AND created <= $4 AND id >= $5 AND substr(id, 1, length($5)) = $5
              AND ($6 IS NULL OR status IN (SELECT value FROM json_each($6)))
            ORDER BY created, id LIMIT $7
            """,
            RowText.Instance,
            after?.Created ?? -1, after?.Id ?? string.Empty, filter.CreatedFrom?.UtcTicks ?? 0, filter.CreatedTo?.UtcTicks ?? long.MaxValue,
            filter.InstanceIdPrefix ?? string.Empty, RowText.Json(statuses is { Length: > 0 } ? statuses : null), size));
    }

    /// <summary>One page of entities in the order of their ids, after the given one.</summary>
    public List<EntityRow> Page(EntityQuery filter, int size, string? after) => Read(sql => sql.Query(
        EntitySelect + " WHERE e.id > $1 AND e.state IS NOT NULL AND substr(e.id, 1, length($2)) = $2 AND e.updated >= $3 AND e.updated <= $4 ORDER BY e.id LIMIT $5",
        RowText.Entity,
        after ?? string.Empty, filter.InstanceIdStartsWith ?? string.Empty, filter.LastModifiedFrom?.UtcTicks ?? 0,
        filter.LastModifiedTo?.UtcTicks ?? long.MaxValue, size));

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var session))
        {
            session.Dispose();
        }
    }

    private const string EntitySelect =
        "SELECT e.id, e.state, e.locked_by, e.updated, (SELECT count(*) FROM messages m WHERE m.target = e.id) FROM entities e";

    private T Read<T>(Func<SqlSession, T> query)
    {
        if (_disposed)
        {
            throw new InvalidOperationException("The durable engine has stopped; nothing can be read.");
        }

        if (!_idle.TryTake(out var session))
        {
            session = new(path, SqliteOpenMode.ReadOnly);
        }

        try
        {
            return query(session);
        }
        finally
        {
            _idle.Add(session);
            if (_disposed)
            {
                Dispose();
            }
        }
    }
}

namespace FuseDeskFlows.EmbeddedHost.Engine.Storage;

/// <summary>What one unit may do to the store. Used on the writer's thread only, within its transaction.</summary>
internal sealed class StoreTransaction(SqlSession sql, MessageNumbers numbers)
{
    /// <summary>What the unit sets in motion once it is committed; a new one for each unit.</summary>
    public Effects Effects { get; set; } = new();

    public InstanceRow? Find(string id) => sql.Query(
        $"SELECT {RowText.InstanceColumns} FROM instances WHERE id=$1", RowText.Instance, id).FirstOrDefault();

    public List<string> Children(string id) => sql.Query("SELECT id FROM instances WHERE parent=$1", r => r.GetString(0), id);

    /// <summary>Stores a new instance in place of whatever had its id, and wakes it at its time.</summary>
    public void Create(InstanceRow row, DateTimeOffset? startAt)
    {
        Forget(row.Id);
        sql.Execute(
            $"INSERT INTO instances ({RowText.InstanceColumns}) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17)",
            row.Id, row.Name, row.Version, row.ExecutionId, (int)row.Status, row.CreatedAt.UtcTicks, row.UpdatedAt.UtcTicks, row.Input, row.Output,
            RowText.Json(row.Failure), row.CustomStatus, RowText.Json(row.Tags), row.Parent?.InstanceId, row.Parent?.Name, row.Parent?.ExecutionId, row.Parent?.TaskId,
            RowText.Json(row.Trace));
        Effects.Changed.Add(row.Id);
        Send(new(0, row.Id, HistoryKind.ExecutionStarted) { ExecutionId = row.ExecutionId, DueAt = startAt });
    }

    /// <summary>Stores what a step made of an instance; false, and nothing stored, if the id has meanwhile gone to another run.</summary>
    public bool Update(InstanceRow row, string execution)
    {
        var changed = sql.Execute(
            "UPDATE instances SET execution=$3, status=$4, updated=$5, input=$6, output=$7, failure=$8, custom_status=$9, version=$10 WHERE id=$1 AND execution=$2",
            row.Id, execution, row.ExecutionId, (int)row.Status, row.UpdatedAt.UtcTicks, row.Input, row.Output, RowText.Json(row.Failure), row.CustomStatus, row.Version);
        if (changed == 0)
        {
            return false;
        }

        Effects.Changed.Add(row.Id);
        return true;
    }

    /// <summary>Removes an instance and all that belongs to it; false if there was none.</summary>
    public bool Forget(string id)
    {
        if (sql.Execute("DELETE FROM instances WHERE id=$1", id) == 0)
        {
            return false;
        }

        ClearHistory(id);
        WithdrawAll(id);
        ReleaseLocks(id);
        sql.Execute("DELETE FROM activities WHERE instance=$1", id);
        Effects.Changed.Add(id);
        Effects.Forgotten.Add(id);
        return true;
    }

    public void ClearHistory(string id) => sql.Execute("DELETE FROM history WHERE instance=$1", id);

    public void Append(string id, int seq, HistoryRecord record) => sql.Execute(
        "INSERT INTO history (instance, seq, kind, at, task, name, target, data, failure, fire_at) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)",
        id, seq, (int)record.Kind, record.Timestamp.UtcTicks, record.TaskId, record.Name, record.Target, record.Data,
        RowText.Json(record.Failure), RowText.Ticks(record.FireAt));

    /// <summary>Stores a message; its number is given here unless it has one.</summary>
    public void Send(Message message)
    {
        var stored = message.Id != 0 ? message : message with { Id = numbers.Next() };
        sql.Execute(
            $"INSERT INTO messages ({RowText.MessageColumns}) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)",
            stored.Id, stored.Target, (int)stored.Kind, RowText.Ticks(stored.DueAt), stored.ExecutionId, stored.TaskId, stored.Name, stored.Data,
            RowText.Json(stored.Failure), stored.Sender, stored.Recursive ? 1 : 0, RowText.Json(stored.Trace));
        Effects.Messages.Add(stored);
    }

    /// <summary>Stores messages ahead of all that wait already.</summary>
    public void SendFirst(IReadOnlyList<Message> messages)
    {
        var first = numbers.First(messages.Count);
        for (var i = 0; i < messages.Count; i++)
        {
            Send(messages[i] with { Id = first + i });
        }
    }

    /// <summary>Stores a message for an orchestration, unless that is unknown or has ended.</summary>
    public void SendIfAlive(Message message)
    {
        if (Find(message.Target) is { IsEnded: false })
        {
            Send(message);
        }
    }

    public void Consume(long messageId) => sql.Execute("DELETE FROM messages WHERE id=$1", messageId);

    /// <summary>Takes back an instance's timer that was not delivered yet.</summary>
    public void WithdrawTimer(string instance, string execution, int task) => Effects.Withdrawn.AddRange(sql.Query(
        "DELETE FROM messages WHERE target=$1 AND kind=$2 AND execution=$3 AND task=$4 RETURNING id",
        r => r.GetInt64(0), instance, (int)HistoryKind.TimerFired, execution, task));

    /// <summary>Takes back all timers of an instance.</summary>
    public void WithdrawTimers(string instance) => Effects.Withdrawn.AddRange(sql.Query(
        "DELETE FROM messages WHERE target=$1 AND kind=$2 RETURNING id", r => r.GetInt64(0), instance, (int)HistoryKind.TimerFired));

    /// <summary>Takes back everything that waits for an instance.</summary>
    public void WithdrawAll(string instance) =>
        Effects.Withdrawn.AddRange(sql.Query("DELETE FROM messages WHERE target=$1 RETURNING id", r => r.GetInt64(0), instance));

    /// <summary>Gives back the locks that an orchestration still holds.</summary>
    public void ReleaseLocks(string instance)
    {
        foreach (var entity in sql.Query("SELECT id FROM entities WHERE locked_by=$1", r => r.GetString(0), instance))
        {
            Send(new(0, entity, HistoryKind.EntityLockReleased) { Sender = instance });
        }
    }

    public void Enqueue(ActivityWork work)
    {
        sql.Execute(
            "INSERT INTO activities (instance, execution, task, name, input) VALUES ($1,$2,$3,$4,$5)",
            work.InstanceId, work.ExecutionId, work.TaskId, work.Name, work.Input);
        Effects.Activities.Add(work);
    }

    /// <summary>Removes an activity that has a result; false if it had one already or its instance is gone.</summary>
    public bool Finish(ActivityWork work) => sql.Execute(
        "DELETE FROM activities WHERE instance=$1 AND execution=$2 AND task=$3", work.InstanceId, work.ExecutionId, work.TaskId) > 0;

    /// <summary>Stores an entity's state and lock; without both there is no entity.</summary>
    public void SaveEntity(string id, string? state, string? lockedBy, DateTimeOffset now)
    {
        if (state is null && lockedBy is null)
        {
            sql.Execute("DELETE FROM entities WHERE id=$1", id);
        }
        else
        {
            sql.Execute("INSERT OR REPLACE INTO entities (id, state, locked_by, updated) VALUES ($1,$2,$3,$4)", id, state, lockedBy, now.UtcTicks);
        }
    }
}

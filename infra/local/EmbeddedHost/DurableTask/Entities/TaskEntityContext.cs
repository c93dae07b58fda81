namespace Microsoft.DurableTask.Entities;

/// <summary>What an entity operation can reach.</summary>
public abstract class TaskEntityContext
{
    /// <summary>The entity's id.</summary>
    public abstract EntityInstanceId Id { get; }

    /// <summary>Signals another entity, without input, once the operation succeeds.</summary>
    /// <param name="id">The receiver.</param>
    /// <param name="operationName">The operation.</param>
    /// <param name="options">When it is delivered.</param>
    public virtual void SignalEntity(EntityInstanceId id, string operationName, SignalEntityOptions options) =>
        SignalEntity(id, operationName, null, options);

    /// <summary>Signals another entity once the operation succeeds.</summary>
    /// <param name="id">The receiver.</param>
    /// <param name="operationName">The operation.</param>
    /// <param name="input">Its input.</param>
    /// <param name="options">When it is delivered.</param>
    public abstract void SignalEntity(EntityInstanceId id, string operationName, object? input = null, SignalEntityOptions? options = null);

    /// <summary>Starts an orchestration, without input, once the operation succeeds.</summary>
    /// <param name="name">The orchestrator.</param>
    /// <param name="options">Its instance id and more.</param>
    /// <returns>The instance id.</returns>
    public virtual string ScheduleNewOrchestration(TaskName name, StartOrchestrationOptions options) =>
        ScheduleNewOrchestration(name, null, options);

    /// <summary>Starts an orchestration once the operation succeeds.</summary>
    /// <param name="name">The orchestrator.</param>
    /// <param name="input">Its input.</param>
    /// <param name="options">Its instance id and more.</param>
    /// <returns>The instance id.</returns>
    public abstract string ScheduleNewOrchestration(TaskName name, object? input = null, StartOrchestrationOptions? options = null);
}

using FuseDeskFlows.EmbeddedHost.Engine.Entities;

namespace Microsoft.DurableTask.Entities;

/// <summary>An entity whose operations are the public methods of its class (or of its state).</summary>
/// <typeparam name="TState">The type of the state.</typeparam>
public abstract class TaskEntity<TState> : ITaskEntity
{
    /// <summary>Whether operations are also looked for among the methods of the state; false unless overridden.</summary>
    protected virtual bool AllowStateDispatch => false;

    /// <summary>The state; what it is after the operation is stored.</summary>
    protected TState State { get; set; } = default!;

    /// <summary>What the operation can reach.</summary>
    protected TaskEntityContext Context { get; private set; } = null!;

    /// <summary>Runs the method that is named like the operation, in any case; <c>delete</c> is there without one.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>The method's result.</returns>
    /// <exception cref="NotSupportedException">There is no such method.</exception>
    public async ValueTask<object?> RunAsync(TaskEntityOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        Context = operation.Context;
        State = operation.State.GetState(typeof(TState)) is TState state ? state : InitializeState(operation);

        var call = EntityMethod.Find(this, operation) ?? (AllowStateDispatch ? EntityMethod.Find(StateOrThrow(), operation) : null);
        if (call is not null)
        {
            var result = await call.InvokeAsync(operation);
            operation.State.SetState(State);
            return result;
        }

        if (!string.Equals(operation.Name, "delete", StringComparison.OrdinalIgnoreCase))
        {
            throw new NotSupportedException($"No method serves the entity operation '{operation}'.");
        }

        operation.State.SetState(null);
        return null;
    }

    /// <summary>Makes the state of an entity that has none yet.</summary>
    /// <param name="entityOperation">The first operation.</param>
    /// <returns>The state; unless overridden, one made by the type's own constructor.</returns>
    protected virtual TState InitializeState(TaskEntityOperation entityOperation) =>
        (TState)Activator.CreateInstance(Nullable.GetUnderlyingType(typeof(TState)) ?? typeof(TState))!;

    private object StateOrThrow() =>
        State ?? throw new InvalidOperationException("The operation would go to the state, but the state is null.");
}

namespace Microsoft.DurableTask.Entities;

/// <summary>The state of an entity, as an operation reads and writes it.</summary>
public abstract class TaskEntityState
{
    /// <summary>Whether there is a state.</summary>
    public abstract bool HasState { get; }

    /// <summary>Reads the state.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="defaultValue">What a missing state is read as.</param>
    /// <returns>The state.</returns>
    public virtual T? GetState<T>(T? defaultValue = default) => GetState(typeof(T)) is T state ? state : defaultValue;

    /// <summary>Reads the state.</summary>
    /// <param name="type">Its type.</param>
    /// <returns>The state; null if there is none.</returns>
    public abstract object? GetState(Type type);

    /// <summary>Writes the state.</summary>
    /// <param name="state">The state; null deletes the entity.</param>
    public abstract void SetState(object? state);
}

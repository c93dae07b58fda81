namespace Microsoft.DurableTask.Entities;

/// <summary>One operation on an entity.</summary>
public abstract class TaskEntityOperation
{
    /// <summary>The operation's name.</summary>
    public abstract string Name { get; }

    /// <summary>What the operation can reach.</summary>
    public abstract TaskEntityContext Context { get; }

    /// <summary>The entity's state.</summary>
    public abstract TaskEntityState State { get; }

    /// <summary>Whether the caller gave an input.</summary>
    public abstract bool HasInput { get; }

    /// <summary>Reads the input.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <returns>The input; the type's default if there is none.</returns>
    public virtual T? GetInput<T>() => (T?)(GetInput(typeof(T)) ?? default(T));

    /// <summary>Reads the input.</summary>
    /// <param name="inputType">Its type.</param>
    /// <returns>The input; null if there is none.</returns>
    public abstract object? GetInput(Type inputType);

    /// <summary>The entity's and the operation's name.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Context.Id.Name}/{Name}";
}

namespace Microsoft.DurableTask.Entities;

/// <summary>An entity: state that is changed by one operation at a time.</summary>
public interface ITaskEntity
{
    /// <summary>Runs one operation.</summary>
    /// <param name="operation">The operation, with its input and the state.</param>
    /// <returns>Its result.</returns>
    ValueTask<object?> RunAsync(TaskEntityOperation operation);
}

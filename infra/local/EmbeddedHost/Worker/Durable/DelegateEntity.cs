using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.EmbeddedHost.Worker;

/// <summary>An entity whose operations go to one callback.</summary>
internal sealed class DelegateEntity(Func<TaskEntityOperation, ValueTask<object?>> handler) : ITaskEntity
{
    public ValueTask<object?> RunAsync(TaskEntityOperation operation) => handler(operation);
}

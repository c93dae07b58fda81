using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.EmbeddedHost.Worker;

/// <summary>An entity whose operations are the methods of its state.</summary>
/// <typeparam name="T">The state.</typeparam>
internal sealed class StateEntity<T> : TaskEntity<T>
{
    protected override bool AllowStateDispatch => true;
}

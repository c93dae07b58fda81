using FuseDeskFlows.EmbeddedHost.Worker;
using Microsoft.DurableTask.Entities;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Hands an entity function's operations to the object that carries them out.</summary>
public sealed class TaskEntityDispatcher
{
    private readonly Func<ITaskEntity, Task> _runBatch;
    private readonly IServiceProvider _services;

    internal TaskEntityDispatcher(Func<ITaskEntity, Task> runBatch, IServiceProvider services)
    {
        _runBatch = runBatch;
        _services = services;
    }

    /// <summary>Lets the entity carry out the operations.</summary>
    /// <param name="entity">The entity.</param>
    /// <returns>A task that ends when the operations have.</returns>
    public Task DispatchAsync(ITaskEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return _runBatch(entity);
    }

    /// <summary>
    /// Lets an instance of <typeparamref name="T"/> carry out the operations: an <see cref="ITaskEntity"/> is taken from the services
    /// or created, any other type is the entity's state, on which the operations are called as methods.
    /// </summary>
    /// <typeparam name="T">The entity or its state.</typeparam>
    /// <returns>A task that ends when the operations have.</returns>
    public Task DispatchAsync<T>() => DispatchAsync(
        typeof(ITaskEntity).IsAssignableFrom(typeof(T))
            ? (ITaskEntity)ActivatorUtilities.GetServiceOrCreateInstance<T>(_services)!
            : new StateEntity<T>());

    /// <summary>Lets a callback carry out the operations.</summary>
    /// <param name="handler">Called for each operation; its result is the operation's.</param>
    /// <returns>A task that ends when the operations have.</returns>
    public Task DispatchAsync(Func<TaskEntityOperation, ValueTask<object?>> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return DispatchAsync(new DelegateEntity(handler));
    }
}

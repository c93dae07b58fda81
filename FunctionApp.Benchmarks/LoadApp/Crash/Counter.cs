using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Entities;

namespace LoadApp.Crash;

/// <summary>A number that runs read, think about, and write: it is right at the end only if locks keep them apart.</summary>
public sealed class Counter : TaskEntity<int>
{
    /// <summary>Hands operations on.</summary>
    /// <param name="dispatcher">The batch.</param>
    /// <returns>When it is done.</returns>
    [Function(nameof(Counter))]
    public static Task DispatchAsync([EntityTrigger] TaskEntityDispatcher dispatcher) => dispatcher.DispatchAsync<Counter>();

    /// <summary>Reads it.</summary>
    /// <returns>The number.</returns>
    public int Get() => State;

    /// <summary>Writes it.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The number.</returns>
    public int Set(int value) => State = value;
}

using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Entities;

namespace LoadApp.Crash;

/// <summary>Keeps how often each operation was carried out.</summary>
public sealed class Ledger : TaskEntity<Dictionary<string, int>>
{
    /// <summary>Hands operations on.</summary>
    /// <param name="dispatcher">The batch.</param>
    /// <returns>When it is done.</returns>
    [Function(nameof(Ledger))]
    public static Task DispatchAsync([EntityTrigger] TaskEntityDispatcher dispatcher) => dispatcher.DispatchAsync<Ledger>();

    /// <summary>Counts an operation.</summary>
    /// <param name="operation">Its id.</param>
    /// <returns>How often it has been carried out.</returns>
    public int Add(string operation)
    {
        Journal.Write("operation", Context.Id.Key, operation);
        return State[operation] = State.GetValueOrDefault(operation) + 1;
    }

    /// <inheritdoc />
    protected override Dictionary<string, int> InitializeState(TaskEntityOperation entityOperation) => new(StringComparer.Ordinal);
}

using System.Globalization;
using DurableTask.Core.Entities;
using DurableTask.Core.Entities.OperationFormat;

namespace LocalHost.Tests.Sqlite.Support;

/// <summary>Adds, gets and deletes.</summary>
public sealed class CounterEntity : TaskEntity
{
    public override Task<EntityBatchResult> ExecuteOperationBatchAsync(EntityBatchRequest operations)
    {
        var state = operations.EntityState;
        List<OperationResult> results = [];
        foreach (var operation in operations.Operations!)
        {
            var value = state is null ? 0 : int.Parse(state, CultureInfo.InvariantCulture);
            switch (operation.Operation)
            {
                case "add":
                    state = (value + int.Parse(operation.Input!, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);
                    results.Add(new OperationResult { Result = state });
                    break;
                case "get":
                    results.Add(new OperationResult { Result = value.ToString(CultureInfo.InvariantCulture) });
                    break;
                default:
                    state = null;
                    results.Add(new OperationResult());
                    break;
            }
        }

        return Task.FromResult(new EntityBatchResult { Results = results, Actions = [], EntityState = state });
    }
}

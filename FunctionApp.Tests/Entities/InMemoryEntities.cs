using FuseDeskFlows.Entities.CaseEvents;
using FuseDeskFlows.Entities.Directory;
using FuseDeskFlows.Truto.Settings;
using Microsoft.DurableTask.Entities;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Tests.Entities;

/// <summary>The app's entities in memory, for runs that are tested without an engine.</summary>
internal sealed class InMemoryEntities : TaskOrchestrationEntityFeature
{
    /// <summary>The id of the account that is connected.</summary>
    public const string Account = "account";

    private readonly Dictionary<EntityInstanceId, object?> _states = [];

    public T? State<T>(EntityInstanceId id)
        where T : class => (T?)_states.GetValueOrDefault(id);

    public void SetState(EntityInstanceId id, object state) => _states[id] = state;

    public async Task<T> CallAsync<T>(EntityInstanceId id, string operation, object? input) => (T)(await RunAsync(id, operation, input))!;

    public override Task<TResult> CallEntityAsync<TResult>(
        EntityInstanceId id,
        string operationName,
        object? input = null,
        CallEntityOptions? options = null) => CallAsync<TResult>(id, operationName, input);

    public override Task CallEntityAsync(
        EntityInstanceId id,
        string operationName,
        object? input = null,
        CallEntityOptions? options = null) => RunAsync(id, operationName, input);

    public override Task SignalEntityAsync(
        EntityInstanceId id,
        string operationName,
        object? input = null,
        SignalEntityOptions? options = null) => RunAsync(id, operationName, input);

    public override Task<IAsyncDisposable> LockEntitiesAsync(IEnumerable<EntityInstanceId> entityIds) => throw new NotSupportedException();

    public override bool InCriticalSection(
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out IReadOnlyList<EntityInstanceId>? entityIds)
    {
        entityIds = null;
        return false;
    }

    private async Task<object?> RunAsync(EntityInstanceId id, string operation, object? input)
    {
        ITaskEntity entity = id.Name switch
        {
            "accountdirectory" => new AccountDirectory(Options.Create(new TrutoOptions { IntegratedAccountId = Account })),
            "caseeventdebouncer" => new CaseEventDebouncer(),
            "latestcasetriage" => new LatestCaseTriage(),
            _ => throw new InvalidOperationException($"There is no entity {id}."),
        };
        var turn = new InMemoryEntityOperation(operation, input, _states.GetValueOrDefault(id));
        var result = await entity.RunAsync(turn);
        _states[id] = turn.Slot.Value;
        return result;
    }
}

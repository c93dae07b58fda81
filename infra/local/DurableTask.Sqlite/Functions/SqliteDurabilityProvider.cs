using DurableTask.Core.Entities;
using DurableTask.Core.Query;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using FunctionsEntityId = Microsoft.Azure.WebJobs.Extensions.DurableTask.EntityId;

namespace DurableSqlite.Functions;

/// <summary>The service, as the WebJobs Durable extension and its management API ask for it.</summary>
internal sealed class SqliteDurabilityProvider(SqliteOrchestrationService service, SqliteOrchestrationServiceSettings settings)
    : DurabilityProvider(Name, service, service, ConnectionName), IDisposable
{
    public const string Name = "sqlite";

    /// <summary>What the addresses of instances name; it is the one that Azure Storage has by default.</summary>
    private new const string ConnectionName = "Storage";

    public override bool SupportsEntities => true;
    public override bool SupportsPollFreeWait => true;
    public override bool GuaranteesOrderedDelivery => true;
    public override bool SupportsImplicitEntityDeletion => true;
    public override bool CheckStatusBeforeRaiseEvent => true; // an event for an instance that has finished or never was: 410 or 404
    public override TimeSpan MaximumDelayTime { get; set; } = TimeSpan.MaxValue;
    public override TimeSpan LongRunningTimerIntervalLength { get; set; } = TimeSpan.FromDays(3);
    public override string EventSourceName { get; set; } = "DurableTask-Sqlite";
    public override JObject ConfigurationJson => JObject.FromObject(new { settings.Path, settings.Retention, settings.ExtendedSessions });

    public override void SetUseSeparateQueueForEntityWorkItems(bool newValue) => service.SetUseSeparateQueueForEntityWorkItems(newValue);

    public override async Task<IList<OrchestrationState>> GetOrchestrationStateWithInputsAsync(string instanceId, bool showInput = true) =>
        await service.GetOrchestrationStateAsync(instanceId, executionId: null) is not { } state ? []
            : [showInput ? state : state.ClearFieldsImmutably(clearInput: true, clearOutput: false)];

    public override async Task<OrchestrationStatusQueryResult> GetOrchestrationStateWithPagination(
        OrchestrationStatusQueryCondition condition, CancellationToken cancellationToken)
    {
        OrchestrationQuery query = new()
        {
            CreatedTimeFrom = condition.CreatedTimeFrom,
            CreatedTimeTo = condition.CreatedTimeTo,
            RuntimeStatus = condition.RuntimeStatus?.Select(status => (OrchestrationStatus)status).ToList(), // the same names and numbers
            InstanceIdPrefix = condition.InstanceIdPrefix,
            PageSize = condition.PageSize,
            ContinuationToken = condition.ContinuationToken,
        };
        var page = await service.GetOrchestrationWithQueryAsync(query, cancellationToken);
        return new OrchestrationStatusQueryResult
        {
            DurableOrchestrationState = [.. page.OrchestrationState.Select(ToStatus)],
            ContinuationToken = page.ContinuationToken,
        };
    }

    public override async Task<int> PurgeHistoryByFilters(
        DateTime createdTimeFrom, DateTime? createdTimeTo, IEnumerable<OrchestrationStatus> runtimeStatus) =>
        (await service.PurgeInstanceStateAsync(
            new PurgeInstanceFilter(createdTimeFrom, createdTimeTo, runtimeStatus))).DeletedInstanceCount;

    public override async Task<PurgeHistoryResult> PurgeInstanceHistoryByInstanceId(string instanceId) =>
        new((await service.PurgeInstanceStateAsync(instanceId)).DeletedInstanceCount);

    public override async Task<string?> RetrieveSerializedEntityState(
        FunctionsEntityId entityId, JsonSerializerSettings serializierSettings) => ClientEntityHelpers.GetEntityState(
            (await service.GetOrchestrationStateAsync(entityId.ToString(), executionId: null))?.Input);

    public override Task RewindAsync(string instanceId, string reason) => service.RewindTaskOrchestrationAsync(instanceId, reason);

    public override Task MakeCurrentAppPrimaryAsync() => Task.CompletedTask;

    public override Task<IAsyncEnumerable<HistoryEvent>> StreamOrchestrationHistoryAsync(
        string instanceId, CancellationToken cancellationToken) => Task.FromResult(StreamAsync(service.GetHistory(instanceId)));

    public void Dispose() => service.Dispose();

    // A list shows inputs and leaves out an empty version, as it does where Azure Storage keeps the instances.
    private static DurableOrchestrationStatus ToStatus(OrchestrationState state) => new()
    {
        Name = state.Name,
        InstanceId = state.OrchestrationInstance.InstanceId,
        ParentInstanceId = state.ParentInstance?.OrchestrationInstance?.InstanceId,
        Version = string.IsNullOrEmpty(state.Version) ? null : state.Version,
        CreatedTime = state.CreatedTime,
        LastUpdatedTime = state.LastUpdatedTime,
        RuntimeStatus = (OrchestrationRuntimeStatus)state.OrchestrationStatus,
        CustomStatus = ToToken(state.Status),
        Input = ToToken(state.Input),
        Output = ToToken(state.Output),
    };

    private static async IAsyncEnumerable<HistoryEvent> StreamAsync(IReadOnlyList<HistoryEvent> events)
    {
        await Task.CompletedTask;
        foreach (var e in events)
        {
            yield return e;
        }
    }

    /// <summary>JSON where it is JSON; the text of a failure or a reason where it is not.</summary>
    private static JToken? ToToken(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : EventSerializer.Parse(text);
        }
        catch (JsonReaderException)
        {
            return text;
        }
    }
}

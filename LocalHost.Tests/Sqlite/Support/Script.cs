using System.Security.Cryptography;
using System.Text;
using DurableTask.Core;
using DurableTask.Core.Entities;
using DurableTask.Core.Entities.OperationFormat;
using Newtonsoft.Json;

namespace LocalHost.Tests.Sqlite.Support;

/// <summary>What a scripted orchestration can do, in the words of the tests.</summary>
public sealed class Script
{
    private readonly ScriptedOrchestration _orchestration;
    private readonly OrchestrationEntityContext _entities;
    private int _ids;

    public Script(OrchestrationContext context, string input, ScriptedOrchestration orchestration)
    {
        Context = context;
        Input = input;
        _orchestration = orchestration;
        _entities = new OrchestrationEntityContext(
            context.OrchestrationInstance.InstanceId, context.OrchestrationInstance.ExecutionId, context);
    }

    public OrchestrationContext Context { get; }

    public string Input { get; }

    public string Id => Context.OrchestrationInstance.InstanceId;

    public void SetStatus(string status) => _orchestration.Status = status;

    public Task<string> CallAsync(string activity, string input) => Context.ScheduleTask<string>(activity, "", input);

    public Task<string> RetryAsync(string activity, string input) =>
        Context.ScheduleWithRetry<string>(activity, "", new RetryOptions(TimeSpan.FromMilliseconds(30), 5), input);

    public Task<string> CallChildAsync(string name, string id, string input) =>
        Context.CreateSubOrchestrationInstance<string>(name, "", id, input);

    public Task<string> SleepAsync(TimeSpan time) => Context.CreateTimer(Context.CurrentUtcDateTime + time, "");

    public async Task<string> EventAsync(string name) => JsonConvert.DeserializeObject<string>(await _orchestration.NextEventAsync(name))!;

    public void Signal(string entity, string operation, string? input)
    {
        var target = new OrchestrationInstance { InstanceId = entity };
        var message = _entities.EmitRequestMessage(target, operation, true, NewGuid(), null, input);
        Context.SendEvent(target, message.EventName, message.AsRawInput());
    }

    public async Task<string?> CallEntityAsync(string entity, string operation, string? input = null)
    {
        var target = new OrchestrationInstance { InstanceId = entity };
        var id = NewGuid();
        Assert.True(_entities.ValidateOperationTransition(entity, false, out var error), error);
        var message = _entities.EmitRequestMessage(target, operation, false, id, null, input);
        Context.SendEvent(target, message.EventName, message.AsRawInput());
        OperationResult result = _entities.DeserializeEntityResponseEvent(await _orchestration.NextEventAsync(id.ToString()));
        if (_entities.IsInsideCriticalSection)
        {
            _entities.RecoverLockAfterCall(entity);
        }

        return result.Result;
    }

    public async Task LockAsync(params EntityId[] entities)
    {
        var id = NewGuid();
        var acquire = _entities.EmitAcquireMessage(id, entities);
        Context.SendEvent(acquire.TargetInstance, acquire.EventName, acquire.AsRawInput());
        _entities.CompleteAcquire(_entities.DeserializeEntityResponseEvent(await _orchestration.NextEventAsync(id.ToString())), id);
    }

    public void Unlock()
    {
        foreach (var release in _entities.EmitLockReleaseMessages())
        {
            Context.SendEvent(release.TargetInstance, release.EventName, release.AsRawInput());
        }
    }

    private Guid NewGuid()
    {
        var name = Encoding.UTF8.GetBytes($"{Context.OrchestrationInstance.ExecutionId}{_ids++}");
        return new(SHA256.HashData(name).AsSpan(0, 16));
    }
}

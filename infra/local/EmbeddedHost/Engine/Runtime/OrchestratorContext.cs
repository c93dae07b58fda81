using System.Globalization;
using FuseDeskFlows.EmbeddedHost.Engine.Entities;
using FuseDeskFlows.EmbeddedHost.Engine.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Entities;
using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.EmbeddedHost.Engine.Runtime;

/// <summary>What an orchestrator works with, on the engine.</summary>
internal sealed class OrchestratorContext : TaskOrchestrationContext
{
    private const int MaxCustomStatusBytes = 16 * 1024;

    private readonly OrchestratorExecution _execution;
    private readonly OrchestrationEntities _entities;
    private readonly Retries _retries;
    private int _guids;

    public OrchestratorContext(OrchestratorExecution execution, ILoggerFactory loggers)
    {
        _execution = execution;
        LoggerFactory = loggers;
        _entities = new(execution);
        _retries = new(this, loggers);
    }

    public override TaskName Name => _execution.Row.Name;

    public override string InstanceId => _execution.Row.Id;

    public override ParentOrchestrationInstance? Parent =>
        _execution.Row.Parent is { } parent ? new(parent.Name, parent.InstanceId) : null;

    public override DateTime CurrentUtcDateTime => _execution.Now.UtcDateTime;

    public override bool IsReplaying => _execution.IsReplaying;

    public override string Version => _execution.Row.Version;

    public override TaskOrchestrationEntityFeature Entities => _entities;

    protected override ILoggerFactory LoggerFactory { get; }

    public override T? GetInput<T>()
        where T : default
        => _execution.Converter.Deserialize<T>(_execution.Row.Input);

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        RefuseMisplacedOptions(input, options);
        var data = _execution.Converter.Serialize(input);
        return _retries.RunAsync(options?.Retry, CallAsync);

        async Task<TResult> CallAsync()
        {
            var step = new Step(new(HistoryKind.TaskScheduled, default) { Name = name.Name, Data = data });
            return Read<TResult>(await _execution.Schedule(step, hasResult: true), name.Name);
        }
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        RefuseMisplacedOptions(input, options);
        if (_entities.InCriticalSection())
        {
            throw new InvalidOperationException("A sub-orchestration must not be called while entities are locked.");
        }

        var id = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N");
        if (id.StartsWith('@'))
        {
            throw new ArgumentException($"'{id}' is an entity's id; an orchestration's must not start with '@'.", nameof(options));
        }

        var data = _execution.Converter.Serialize(input);
        return _retries.RunAsync(options?.Retry, CallAsync);

        async Task<TResult> CallAsync()
        {
            var child = new InstanceRow(id, orchestratorName.Name, string.Empty, OrchestrationRuntimeStatus.Pending, default, default)
            {
                Input = data,
                Version = options?.Version?.Version ?? _execution.DefaultVersion,
                Tags = options?.Tags is { } tags ? new Dictionary<string, string>(tags, StringComparer.Ordinal) : null,
            };
            var record = new HistoryRecord(HistoryKind.SubOrchestrationInstanceCreated, default) { Name = orchestratorName.Name, Target = id, Data = data };
            return Read<TResult>(await _execution.Schedule(new(record) { Child = child }, hasResult: true), orchestratorName.Name);
        }
    }

    public override async Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            throw new TaskCanceledException("The timer's token is cancelled already.", null, cancellationToken);
        }

        var id = _execution.NextTaskId;
        var due = new DateTimeOffset(fireAt.ToUniversalTime());
        var fired = _execution.Schedule(new(new(HistoryKind.TimerCreated, default) { FireAt = due }), hasResult: true);
        using (cancellationToken.Register(() => _execution.CancelTimer(id, cancellationToken)))
        {
            await fired;
        }
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        _execution.CheckTurn();
        return _execution.Events.WaitAsync<T>(eventName, _execution.Turn, cancellationToken);
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        if (instanceId.StartsWith('@'))
        {
            throw new ArgumentException($"'{instanceId}' is an entity's id; signal entities instead.", nameof(instanceId));
        }

        var record = new HistoryRecord(HistoryKind.EventSent, default) { Name = eventName, Target = instanceId, Data = _execution.Converter.Serialize(payload) };
        _ = _execution.Schedule(new(record), hasResult: false);
    }

    public override void SetCustomStatus(object? customStatus)
    {
        _execution.CheckTurn();
        var text = _execution.Converter.Serialize(customStatus);
        if (text is not null && text.Length * sizeof(char) > MaxCustomStatusBytes)
        {
            throw new ArgumentException(
                $"The custom status is {text.Length * sizeof(char)} bytes of UTF-16 as JSON; at most 16 KB ({MaxCustomStatusBytes} bytes) are allowed.",
                nameof(customStatus));
        }

        _execution.CustomStatus = text;
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        ContinueAsNew(new ContinueAsNewOptions { NewInput = newInput, PreserveUnprocessedEvents = preserveUnprocessedEvents });

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _execution.CheckTurn();
        _execution.Next = options;
    }

    public override Guid NewGuid() => DeterministicGuid.Create(string.Create(
        CultureInfo.InvariantCulture, $"{InstanceId}_{CurrentUtcDateTime:o}_{_guids++}"));

    private static void RefuseMisplacedOptions(object? input, TaskOptions? options)
    {
        if (input is TaskOptions && options is null)
        {
            throw new ArgumentException("Task options were given as the input; name the argument: options: ...", nameof(input));
        }
    }

    private TResult Read<TResult>(HistoryRecord result, string name) => result.Failure is { } failure
        ? throw new TaskFailedException(name, result.TaskId!.Value, failure)
        : _execution.Converter.Deserialize<TResult>(result.Data)!;
}

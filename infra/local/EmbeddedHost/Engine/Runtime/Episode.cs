using FuseDeskFlows.EmbeddedHost.Engine.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.EmbeddedHost.Engine.Runtime;

/// <summary>One step of an orchestration: it takes in the messages that wait, runs the code until it waits again, and gives what of that
/// is to be stored, all or nothing.</summary>
internal sealed class Episode(LiveInstance instance, Func<LiveInstance, OrchestratorExecution> build, DataConverter converter, TimeProvider time)
{
    private readonly List<HistoryRecord> _records = [];
    private readonly DateTimeOffset _clock = time.GetUtcNow();
    private bool _begun;
    private Message? _termination;

    /// <summary>Messages that are done with.</summary>
    public List<Message> Consumed { get; } = [];

    /// <summary>Messages that stay for a later step: the instance is suspended, has not started, or starts over.</summary>
    public List<Message> Held { get; } = [];

    /// <summary>Timers that fired in this step: as they were made, and as they fired.</summary>
    public List<(HistoryRecord Created, HistoryRecord Fired)> Timers { get; } = [];

    public LiveInstance Instance => instance;

    /// <summary>The row as this step leaves it.</summary>
    public InstanceRow Row { get; private set; } = instance.Row;

    public IReadOnlyList<HistoryRecord> Records => _records;

    public OrchestratorExecution? Execution => instance.Execution;

    public Message? Termination => _termination;

    public bool StartsOver { get; private set; }

    public bool HasChanges => _records.Count > 0 || Consumed.Count > 0 || !ReferenceEquals(Row, instance.Row);

    private bool IsSuspended => Row.Status == OrchestrationRuntimeStatus.Suspended;

    private bool IsOver => _termination is not null || Execution is { IsFinished: true };

    public void Run(List<Message> messages)
    {
        // The start comes first even if events overtook it; the others keep their order.
        foreach (var message in messages.OrderBy(m => m.Kind != HistoryKind.ExecutionStarted))
        {
            Take(message);
        }

        Execution?.CheckWaiting();
        Conclude();
    }

    /// <summary>Ends the instance without running its code.</summary>
    public void Fail(List<Message> messages, TaskFailureDetails why)
    {
        Consumed.AddRange(messages);
        End(OrchestrationRuntimeStatus.Failed, HistoryKind.ExecutionFailed, null, why);
        Row = Row with { UpdatedAt = _clock };
    }

    private void Take(Message message)
    {
        if (IsOver)
        {
            (Execution is { Fault: null, Next: not null } ? Held : Consumed).Add(message);
            return;
        }

        switch (message.Kind)
        {
            case HistoryKind.ExecutionTerminated:
                Consumed.Add(message);
                _termination = message;
                break;
            case HistoryKind.ExecutionSuspended:
                Consumed.Add(message);
                if (!IsSuspended)
                {
                    Switch(OrchestrationRuntimeStatus.Suspended, message);
                }

                break;
            case HistoryKind.ExecutionResumed:
                Consumed.Add(message);
                if (IsSuspended)
                {
                    Resume(message);
                }

                break;
            case not HistoryKind.ExecutionStarted when !instance.IsStarted:
            case var _ when IsSuspended:
                Held.Add(message);
                break;
            default:
                Feed(message);
                break;
        }
    }

    private void Switch(OrchestrationRuntimeStatus status, Message message)
    {
        Row = Row with { Status = status };
        _records.Add(message.ToRecord(_clock));
    }

    private void Resume(Message message)
    {
        Switch(instance.IsStarted ? OrchestrationRuntimeStatus.Running : OrchestrationRuntimeStatus.Pending, message);
        List<Message> held = [.. Held.OrderBy(m => m.Kind != HistoryKind.ExecutionStarted)];
        Held.Clear();
        held.ForEach(Take);
    }

    private void Feed(Message message)
    {
        Consumed.Add(message);
        if (message.ExecutionId is { } run && !string.Equals(run, Row.ExecutionId, StringComparison.Ordinal))
        {
            return;
        }

        instance.Execution ??= build(instance);
        var record = message.ToRecord(_clock);
        if (message.Kind == HistoryKind.ExecutionStarted)
        {
            record = record with { Name = Row.Name, Data = Row.Input };
        }

        if (Execution!.Fault is not null || !Execution.Expects(record))
        {
            return;
        }

        if (!_begun)
        {
            Apply(new(HistoryKind.OrchestratorStarted, _clock > Execution.Now ? _clock : Execution.Now));
        }

        _begun = true;
        if (message.Kind == HistoryKind.ExecutionStarted)
        {
            Row = Row with { Status = OrchestrationRuntimeStatus.Running };
        }

        if (message.Kind == HistoryKind.TimerFired && Row.Trace is not null && Execution.StepOf(record) is { } timer)
        {
            Timers.Add((timer, record));
        }

        Apply(record);
    }

    private void Apply(HistoryRecord record)
    {
        _records.Add(record);
        Execution!.Apply(record);
    }

    private void Conclude()
    {
        if (Execution is { } execution && _begun)
        {
            Row = Row with { CustomStatus = execution.CustomStatus };
        }

        if (_termination is not null)
        {
            End(OrchestrationRuntimeStatus.Terminated, HistoryKind.ExecutionTerminated, _termination.Data, null);
        }
        else if (Execution is { IsFinished: true } finished)
        {
            Conclude(finished);
        }

        if (HasChanges)
        {
            Row = Row with { UpdatedAt = _clock };
        }
    }

    private void Conclude(OrchestratorExecution finished)
    {
        try
        {
#pragma warning disable VSTHRD002 // it has ended; this reads the result
            var output = converter.Serialize(finished.End.GetAwaiter().GetResult());
#pragma warning restore VSTHRD002
            if (finished.Next is { } next)
            {
                StartOver(next);
            }
            else
            {
                End(OrchestrationRuntimeStatus.Completed, HistoryKind.ExecutionCompleted, output, null);
            }
        }
        catch (FunctionNotFoundException e)
        {
            End(OrchestrationRuntimeStatus.Failed, HistoryKind.ExecutionFailed, null, e.Failure);
        }
        catch (Exception e)
        {
            End(OrchestrationRuntimeStatus.Failed, HistoryKind.ExecutionFailed, null, TaskFailureDetails.FromException(e));
        }
    }

    private void StartOver(ContinueAsNewOptions next)
    {
        StartsOver = true;
        Row = Row with
        {
            Input = converter.Serialize(next.NewInput),
            Version = string.IsNullOrWhiteSpace(next.NewVersion) ? Row.Version : next.NewVersion,
            ExecutionId = InstanceRow.NewExecutionId(),
            CustomStatus = null,
        };
    }

    private void End(OrchestrationRuntimeStatus status, HistoryKind kind, string? output, TaskFailureDetails? failure)
    {
        Row = Row with { Status = status, Output = output, Failure = failure };
        _records.Add(new(kind, _clock) { Data = output, Failure = failure });
    }
}

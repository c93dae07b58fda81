using FuseDeskFlows.EmbeddedHost.Engine.Storage;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.EmbeddedHost.Engine.Runtime;

/// <summary>An orchestrator's code at work: fed with one record of its history after the other, it gives the steps that it asks for.
/// It stays in memory, parked on its open steps, between the records.</summary>
internal sealed class OrchestratorExecution
{
    private readonly IDurableFunctions _functions;
    private readonly Dictionary<int, (HistoryRecord Step, TaskCompletionSource<HistoryRecord> Result)> _open = [];
    private readonly OrchestratorContext _context;
    private List<Step> _steps = [];
    private Dictionary<int, HistoryRecord>? _recorded;
    private Task<object?>? _code;
    private volatile bool _foreign;
    private int _nextTaskId;

    public OrchestratorExecution(InstanceRow row, IDurableFunctions functions, DataConverter converter, ILoggerFactory loggers, Action wake)
    {
        Row = row;
        Converter = converter;
        _functions = functions;
        Turn = new(() =>
        {
            _foreign = true;
            wake();
        });
        Events = new(converter);
        _context = new(this, loggers);
    }

    /// <summary>The version that sub-orchestrations get unless the code names one; it is the host's, not the parent's.</summary>
    public string DefaultVersion { get; init; } = string.Empty;

    /// <summary>The instance as it was when this run of it started.</summary>
    public InstanceRow Row { get; }

    public DataConverter Converter { get; }

    public EventBuffer Events { get; }

    public TurnContext Turn { get; }

    public bool IsReplaying => _recorded is not null;

    /// <summary>The time of the present step.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>When the run began; the default until it has.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    public bool IsStarted => _code is not null;

    /// <summary>What breaks the run whatever the code makes of it.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>How the run starts over, if the code asked for it.</summary>
    public ContinueAsNewOptions? Next { get; set; }

    public string? CustomStatus { get; set; }

    public bool IsFinished => Fault is not null || _code is { IsCompleted: true };

    /// <summary>The code's end: its result, or what it threw. Only when <see cref="IsFinished"/>.</summary>
    public Task<object?> End => Fault is null ? _code! : Task.FromException<object?>(Fault);

    /// <summary>The number that the next step gets.</summary>
    public int NextTaskId => _nextTaskId;

    /// <summary>Timers of earlier steps that are not to fire any more.</summary>
    public List<int> Withdrawn { get; } = [];

    /// <summary>Runs the code through what it did already, checking that it still does just that.</summary>
    public void Replay(IReadOnlyList<HistoryRecord> history)
    {
        _recorded = history.Where(record => record.IsStep()).ToDictionary(record => record.TaskId!.Value);
        foreach (var record in history)
        {
            if (!record.IsStep())
            {
                Apply(record);
            }
        }

        var unasked = _recorded.Keys.Where(id => id >= _nextTaskId).Order().Select(id => _recorded[id]).FirstOrDefault();
        if (unasked is not null && Fault is null)
        {
            Fault = HistoryText.Mismatch(unasked.TaskId!.Value, unasked, null, _code?.Exception?.InnerException);
        }

        _recorded = null;
    }

    /// <summary>Whether a record means anything to this run; late and repeated results do not.</summary>
    public bool Expects(HistoryRecord record) => record.Kind switch
    {
        HistoryKind.ExecutionStarted => !IsStarted,
        _ when record.IsResult() => _open.ContainsKey(record.TaskId!.Value),
        _ => IsStarted,
    };

    /// <summary>The step whose result a record brings; null if none waits for it.</summary>
    public HistoryRecord? StepOf(HistoryRecord result) =>
        result.TaskId is { } id && _open.TryGetValue(id, out var open) ? open.Step : null;

    /// <summary>Takes in a record and runs the code until it waits again.</summary>
    public void Apply(HistoryRecord record)
    {
        if (Fault is not null)
        {
            return;
        }

        switch (record.Kind)
        {
            case HistoryKind.OrchestratorStarted:
                Now = record.Timestamp;
                break;
            case HistoryKind.ExecutionStarted:
                StartedAt = record.Timestamp;
                RunTurn(() => _code = RunCodeAsync());
                break;
            case HistoryKind.EventRaised:
                RunTurn(() => Events.Raise(record));
                break;
            case var _ when record.IsResult():
                if (_open.Remove(record.TaskId!.Value, out var step))
                {
                    RunTurn(() => step.Result.SetResult(record));
                }
                else if (_recorded is not null && _recorded.TryGetValue(record.TaskId!.Value, out var known))
                {
                    Fault = HistoryText.Mismatch(record.TaskId!.Value, known, null, _code?.Exception?.InnerException);
                }

                break;
        }
    }

    /// <summary>Finds code that waits for something that is not durable: it would never go on.</summary>
    public void CheckWaiting()
    {
        if (Fault is null && IsStarted && (_foreign || (!IsFinished && _open.Count == 0 && !Events.HasWaits)))
        {
            Fault = new InvalidOperationException(
                $"The orchestrator '{Row.Name}' awaits something that is not durable (Task.Delay, Task.Run, I/O, ConfigureAwait(false), ...). "
                + "An orchestrator may only await what its context gives; do the rest in an activity.");
        }
    }

    /// <summary>Notes a step that the code asks for, or checks it against the history in a replay. Gives its result when it has one.</summary>
    public Task<HistoryRecord> Schedule(Step step, bool hasResult)
    {
        CheckTurn();
        var id = _nextTaskId++;
        var record = step.Record with { TaskId = id, Timestamp = Now };
        if (_recorded is not null)
        {
            CheckAgainstHistory(id, record);
        }
        else
        {
            _steps.Add(step with { Record = record });
        }

        if (!hasResult)
        {
            return Task.FromResult(record);
        }

        var result = new TaskCompletionSource<HistoryRecord>();
        _open.Add(id, (record, result));
        return result.Task;
    }

    /// <summary>Withdraws a timer that was not due yet.</summary>
    public void CancelTimer(int taskId, CancellationToken cancellation)
    {
        if (!Turn.IsCurrent)
        {
            if (_open.ContainsKey(taskId))
            {
                Turn.ReportForeign();
            }

            return;
        }

        if (!_open.Remove(taskId, out var timer))
        {
            return;
        }

        if (_recorded is null && _steps.RemoveAll(s => s.Record.TaskId == taskId) == 0)
        {
            Withdrawn.Add(taskId);
        }
        else if (_recorded is null)
        {
            _steps.Add(new(timer.Step) { IsWithdrawn = true });
        }

        timer.Result.SetCanceled(cancellation);
    }

    /// <summary>Gives the steps asked for since the last time.</summary>
    public List<Step> TakeSteps()
    {
        var steps = _steps;
        _steps = [];
        steps.Sort((a, b) => a.Record.TaskId!.Value.CompareTo(b.Record.TaskId!.Value));
        return steps;
    }

    /// <summary>Refuses calls from outside the orchestrator's turn.</summary>
    public void CheckTurn()
    {
        if (Fault is not null)
        {
            throw Fault;
        }

        if (Turn.IsCurrent)
        {
            return;
        }

        Turn.ReportForeign();
        throw new InvalidOperationException("The orchestration context was used outside of the orchestrator's own turn: its code went on after an await that is not durable.");
    }

    private void RunTurn(Action action)
    {
        try
        {
            Turn.Run(action);
        }
        catch (Exception e)
        {
            // Thrown where no task takes it in, by an async void method for one.
            Fault = e;
        }
    }

    private void CheckAgainstHistory(int id, HistoryRecord asked)
    {
        if (!_recorded!.TryGetValue(id, out var known))
        {
            Fault = HistoryText.Mismatch(id, null, asked);
        }
        else if (!known.IsLike(asked))
        {
            Fault = HistoryText.Mismatch(id, known, asked);
        }

        if (Fault is not null)
        {
            throw Fault;
        }
    }

    private async Task<object?> RunCodeAsync() => _functions.HasOrchestrator(Row.Name)
        ? await _functions.RunOrchestratorAsync(Row.Name, _context)
        : throw new FunctionNotFoundException(Failures.UnknownOrchestrator(Row.Name));
}

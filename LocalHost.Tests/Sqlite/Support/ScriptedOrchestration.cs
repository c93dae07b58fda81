using DurableTask.Core;

namespace LocalHost.Tests.Sqlite.Support;

/// <summary>An orchestration whose code is a test's.</summary>
public sealed class ScriptedOrchestration : TaskOrchestration<string, string>
{
    private readonly Func<Script, Task<string>> _run;
    private readonly Dictionary<string, Queue<string>> _events = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TaskCompletionSource<string>> _waiting = new(StringComparer.Ordinal);

    public ScriptedOrchestration(Func<Script, Task<string>> run) => _run = run;

    public string? Status { get; set; }

    public override Task<string> RunTask(OrchestrationContext context, string input) => _run(new Script(context, input, this));

    public override void RaiseEvent(OrchestrationContext context, string name, string input)
    {
        if (_waiting.Remove(name, out var waiter))
        {
            waiter.SetResult(input);
        }
        else if (_events.TryGetValue(name, out var queue))
        {
            queue.Enqueue(input);
        }
        else
        {
            _events.Add(name, new Queue<string>([input]));
        }
    }

    public override string? OnGetStatus() => Status;

    /// <summary>The next event of a name, raw.</summary>
    public Task<string> NextEventAsync(string name)
    {
        if (_events.TryGetValue(name, out var queue) && queue.TryDequeue(out var early))
        {
            return Task.FromResult(early);
        }

        TaskCompletionSource<string> waiter = new();
        _waiting.Add(name, waiter);
        return waiter.Task;
    }
}

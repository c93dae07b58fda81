namespace FuseDeskFlows.EmbeddedHost.Engine.Runtime;

/// <summary>Runs an orchestrator's continuations one after another on the thread that makes the step, and only during a step. Whatever
/// wants to continue from elsewhere comes from an await that is not durable; it is reported and not run.</summary>
internal sealed class TurnContext(Action reportForeign) : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _queue = new();
    private volatile int _owner;

    /// <summary>Whether the caller is code of the orchestrator in its turn.</summary>
    public bool IsCurrent => _owner == Environment.CurrentManagedThreadId;

    /// <summary>Runs an action and all that it sets in motion.</summary>
    public void Run(Action action)
    {
        if (IsCurrent)
        {
            action();
            return;
        }

        var before = Current;
        SetSynchronizationContext(this);
        _owner = Environment.CurrentManagedThreadId;
        try
        {
            action();
            while (_queue.TryDequeue(out var next))
            {
                next.Callback(next.State);
            }
        }
        finally
        {
            _owner = 0;
            SetSynchronizationContext(before);
        }
    }

    public void ReportForeign() => reportForeign();

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsCurrent)
        {
            _queue.Enqueue((d, state));
        }
        else
        {
            reportForeign();
        }
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (IsCurrent)
        {
            d(state);
        }
        else
        {
            reportForeign();
        }
    }

    public override SynchronizationContext CreateCopy() => this;
}

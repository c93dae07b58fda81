namespace LocalFunctionsHost.Jobs;

/// <summary>Counts what runs, and holds back what is new once the host stops.</summary>
internal sealed class InvocationGate
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isClosed;
    private int _running;
    private int _heldBack;
    private long _lastLeft;

    /// <summary>Whether a function has just ended, so that what it returned may still be on its way to storage.</summary>
    public bool HasJustEnded =>
        Volatile.Read(ref _lastLeft) is > 0 and var last && Stopwatch.GetElapsedTime(last) < TimeSpan.FromSeconds(1);

    /// <summary>How many functions wait for ever: they are told so, and go back to where they came from, when the host stops.</summary>
    public int HeldBack => Volatile.Read(ref _heldBack);

    /// <summary>Lets a function run; once the gate is closed, never, unless somebody waits for its answer.</summary>
    public Task EnterAsync(bool isAwaited, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_isClosed && !isAwaited)
            {
                _heldBack++;
                return Task.Delay(Timeout.Infinite, cancellationToken);
            }

            _running++;
            return Task.CompletedTask;
        }
    }

    public void Leave()
    {
        lock (_gate)
        {
            _lastLeft = Stopwatch.GetTimestamp();
            _running--;
            EndIfIdle();
        }
    }

    /// <summary>Closes the gate; the task ends when nothing runs any more.</summary>
    public Task CloseAsync()
    {
        lock (_gate)
        {
            _isClosed = true;
            EndIfIdle();
            return _idle.Task;
        }
    }

    private void EndIfIdle()
    {
        if (_isClosed && _running == 0)
        {
            _idle.TrySetResult();
        }
    }
}

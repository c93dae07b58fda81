using System.Diagnostics;

namespace LocalFunctionsHost.Jobs;

/// <summary>Counts what runs, and holds back what is new once the host stops.</summary>
internal sealed class InvocationGate
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _idle;
    private int _running;
    private long _lastLeft;

    /// <summary>Whether a function has just ended, so that what it returned may still be on its way to storage.</summary>
    public bool HasJustEnded => Volatile.Read(ref _lastLeft) is > 0 and var last && Stopwatch.GetElapsedTime(last) < TimeSpan.FromSeconds(1);

    /// <summary>Lets a function run; once the gate is closed, never.</summary>
    /// <param name="always">Whether the function may run nevertheless: somebody waits for its answer.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>To be disposed of when the function has ended.</returns>
    public async Task<IDisposable> EnterAsync(bool always, CancellationToken cancellationToken)
    {
        if (!TryEnter(always))
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return new Exit(this);
    }

    /// <summary>Closes the gate.</summary>
    /// <returns>Ends when nothing runs any more.</returns>
    public Task CloseAsync()
    {
        lock (_gate)
        {
            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_running == 0)
            {
                _idle.TrySetResult();
            }

            return _idle.Task;
        }
    }

    private bool TryEnter(bool always)
    {
        lock (_gate)
        {
            if (_idle is not null && !always)
            {
                return false;
            }

            _running++;
            return true;
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            _lastLeft = Stopwatch.GetTimestamp();
            if (--_running == 0)
            {
                _idle?.TrySetResult();
            }
        }
    }

    private sealed class Exit(InvocationGate gate) : IDisposable
    {
        public void Dispose() => gate.Leave();
    }
}

namespace FuseDeskFlows.EmbeddedHost.Engine.Entities;

/// <summary>What an orchestrator disposes to give its locks back.</summary>
internal sealed class EntityLock(Action release) : IAsyncDisposable
{
    private bool _released;

    public ValueTask DisposeAsync()
    {
        if (!_released)
        {
            release();
        }

        _released = true;
        return ValueTask.CompletedTask;
    }
}

using FuseDeskFlows.EmbeddedHost.Engine.Storage;

namespace FuseDeskFlows.EmbeddedHost.Engine.Entities;

/// <summary>What an entity does with its messages this time.</summary>
internal sealed record EntityTurn
{
    /// <summary>The operations that run, in this order.</summary>
    public List<Message> Operations { get; } = [];

    /// <summary>Requests and releases of the lock that are done with.</summary>
    public List<Message> LockMessages { get; } = [];

    /// <summary>The requests among them that got the lock.</summary>
    public List<Message> Granted { get; } = [];

    /// <summary>Messages that wait until the lock is given back.</summary>
    public List<Message> Held { get; init; } = [];

    /// <summary>Who holds the lock afterwards; null when nobody does.</summary>
    public string? LockedBy { get; init; }
}

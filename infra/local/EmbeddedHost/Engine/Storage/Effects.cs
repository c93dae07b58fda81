namespace FuseDeskFlows.EmbeddedHost.Engine.Storage;

/// <summary>What a committed unit sets in motion; nothing of it is visible before the commit.</summary>
internal sealed class Effects
{
    public List<Message> Messages { get; } = [];

    public List<ActivityWork> Activities { get; } = [];

    /// <summary>Messages that are no longer to be delivered.</summary>
    public List<long> Withdrawn { get; } = [];

    /// <summary>Instances that are gone; their id may belong to a new one.</summary>
    public List<string> Forgotten { get; } = [];

    /// <summary>Instances whose state changed.</summary>
    public HashSet<string> Changed { get; } = new(StringComparer.Ordinal);
}

namespace FuseDeskFlows.EmbeddedHost.Engine.Storage;

/// <summary>One atomic change, and who waits for it.</summary>
internal abstract class WriteUnit
{
    /// <summary>What it sets in motion; kept from its execution to the commit.</summary>
    public Effects Effects { get; set; } = new();

    public abstract void Execute(StoreTransaction store);

    public abstract void Committed();

    public abstract void Failed(Exception reason);
}

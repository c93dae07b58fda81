namespace DurableSqlite.Logging;

/// <summary>The provider's log events: 7xx, each once.</summary>
internal static class EventIds
{
    public const int HubOpened = 700;
    public const int SchemaApplied = 701;
    public const int CommitFailed = 702;
    public const int StorageRecovered = 703;
    public const int StorageLost = 704;
    public const int TimersDelayed = 705;
    public const int WorkItemAbandoned = 706;
    public const int StaleEpisode = 707;
    public const int InstancesExpired = 708;
    public const int SweepFailed = 709;
}

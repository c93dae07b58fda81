namespace DurableSqlite.Storage;

/// <summary>What an instance is; the numbers are in the file.</summary>
internal enum InstanceKind
{
    Orchestration = 0,
    Entity = 1,
}

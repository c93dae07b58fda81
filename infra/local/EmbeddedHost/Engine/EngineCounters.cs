namespace FuseDeskFlows.EmbeddedHost.Engine;

/// <summary>How much the engine does and holds.</summary>
/// <param name="Units">Atomic changes committed.</param>
/// <param name="Transactions">Transactions, and so fsyncs, that they took.</param>
/// <param name="CachedInstances">Waiting orchestrations in memory.</param>
/// <param name="Mailboxes">Orchestrations and entities with messages to work on.</param>
/// <param name="Sleepers">Messages that wait for their time.</param>
internal sealed record EngineCounters(long Units, long Transactions, int CachedInstances, int Mailboxes, int Sleepers);

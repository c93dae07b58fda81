using FuseDeskFlows.Orchestrations.Lookup;

namespace FuseDeskFlows.Orchestrations.Audit;

/// <summary>What an audit has read.</summary>
/// <param name="Chats">The departments' active chats, each once.</param>
/// <param name="Reps">Null if they were not needed, or there was no time to read them.</param>
internal sealed record AuditFindings(IReadOnlyList<AuditedChat> Chats, DirectorySnapshot? Reps);

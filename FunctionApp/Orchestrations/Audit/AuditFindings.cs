using FuseDeskFlows.FuseDesk;

namespace FuseDeskFlows.Orchestrations.Audit;

/// <summary>What an audit has read.</summary>
/// <param name="Chats">The departments' active chats, each once.</param>
/// <param name="Reps">None if they were not needed, or could not be read.</param>
internal sealed record AuditFindings(IReadOnlyList<AuditedChat> Chats, IReadOnlyList<Rep> Reps);

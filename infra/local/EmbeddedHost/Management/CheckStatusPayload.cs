namespace FuseDeskFlows.EmbeddedHost.Management;

/// <summary>The addresses in the answer to a start or restart over the management API.</summary>
internal sealed record CheckStatusPayload(
    string Id,
    string StatusQueryGetUri,
    string SendEventPostUri,
    string TerminatePostUri,
    string PurgeHistoryDeleteUri,
    string RestartPostUri,
    string SuspendPostUri,
    string ResumePostUri);

namespace LocalHost.Tests.Sqlite.Support;

/// <summary>How a hub's orchestrations run: every semantic must hold in each of these.</summary>
public enum HubMode
{
    /// <summary>Extended sessions: running code goes on from episode to episode.</summary>
    Kept,

    /// <summary>Extended sessions, and no room to keep anything: each episode is loaded from the file.</summary>
    NothingKept,

    /// <summary>Histories stay in memory, code is replayed.</summary>
    Replayed,

    /// <summary>Code runs elsewhere and is replayed each time, as in an isolated worker without extended sessions.</summary>
    Remote,

    /// <summary>Code runs elsewhere, with extended sessions.</summary>
    RemoteKept,
}

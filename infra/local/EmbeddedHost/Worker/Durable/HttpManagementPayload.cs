namespace Microsoft.Azure.Functions.Worker;

/// <summary>
/// The addresses by which an orchestration instance is watched and steered. As in the package, nothing here tells
/// System.Text.Json how to spell the names: that is up to the options it is written with.
/// </summary>
public class HttpManagementPayload
{
    /// <summary>The instance's id.</summary>
    public string? Id { get; internal set; }

    /// <summary>GET: the instance's status.</summary>
    public string? StatusQueryGetUri { get; internal set; }

    /// <summary>POST: raises the event {eventName}.</summary>
    public string? SendEventPostUri { get; internal set; }

    /// <summary>POST: ends the instance.</summary>
    public string? TerminatePostUri { get; internal set; }

    /// <summary>POST: rewinds a failed instance; the isolated worker leaves it unset.</summary>
    public string? RewindPostUri { get; internal set; }

    /// <summary>DELETE: removes a finished instance and its history.</summary>
    public string? PurgeHistoryDeleteUri { get; internal set; }

    /// <summary>POST: starts the instance again; the isolated worker leaves it unset.</summary>
    public string? RestartPostUri { get; internal set; }

    /// <summary>POST: suspends the instance.</summary>
    public string? SuspendPostUri { get; internal set; }

    /// <summary>POST: resumes a suspended instance.</summary>
    public string? ResumePostUri { get; internal set; }
}

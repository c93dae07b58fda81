namespace FuseDeskFlows.FuseDesk;

/// <summary>A case's status, in FuseDesk's sense, which is not the usual one.</summary>
public enum CaseStatus
{
    /// <summary>A status that this version does not know.</summary>
    Unknown = 0,

    /// <summary>Needs the team's attention.</summary>
    New,

    /// <summary>Waits for the customer. It does not mean that somebody works on it.</summary>
    Open,

    /// <summary>Resolved.</summary>
    Closed,
}

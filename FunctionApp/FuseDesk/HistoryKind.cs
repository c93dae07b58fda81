namespace FuseDeskFlows.FuseDesk;

/// <summary>How a history item came about.</summary>
public enum HistoryKind
{
    /// <summary>A kind that this version does not know.</summary>
    Other = 0,

    /// <summary>An email.</summary>
    Email,

    /// <summary>A note that only the team sees.</summary>
    Note,

    /// <summary>A phone call's record.</summary>
    Call,

    /// <summary>A message of a live chat.</summary>
    Chat,

    /// <summary>A change of status, department or rep.</summary>
    Change,
}

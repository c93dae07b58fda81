namespace FuseDeskFlows.TrutoSandbox.Data.Model;

/// <summary>What a history item is.</summary>
internal enum HistoryKind
{
    /// <summary>Mail from the customer.</summary>
    EmailIn,

    /// <summary>Mail from a rep.</summary>
    EmailOut,

    /// <summary>Internal note.</summary>
    Note,

    /// <summary>A rep's record of a call with the customer.</summary>
    Call,

    /// <summary>A chat message of the customer that became part of the case.</summary>
    Chat,

    /// <summary>Change of status or assignment.</summary>
    Status,
}

namespace FuseDeskFlows.Truto.Tools;

/// <summary>Kinds of refusal that a person handles differently.</summary>
public enum ToolErrorKind
{
    /// <summary>Refused in a way that this version does not know.</summary>
    Other = 0,

    /// <summary>Truto does not accept our token (401 without the remote flag).</summary>
    TrutoToken,

    /// <summary>FuseDesk does not accept the account's credentials (401 with the remote flag): the account must be connected again.</summary>
    NeedsReconnect,

    /// <summary>The key lacks a permission (403).</summary>
    Forbidden,

    /// <summary>No such object, or not visible (404).</summary>
    NotFound,

    /// <summary>The account is a read-only sandbox (405 without the remote flag).</summary>
    ReadOnlyAccount,

    /// <summary>FuseDesk rejected the arguments or had another error (405 with the remote flag, 400, 409, 422).</summary>
    Rejected,

    /// <summary>Truto has blocked the account (503): only its support can lift that.</summary>
    AccountBlocked,

    /// <summary>The answer was not of the documented form: an error object in place of a list, a repeated cursor.</summary>
    UnexpectedAnswer,

    /// <summary>The account does not offer this tool.</summary>
    ToolMissing,

    /// <summary>A quota does not come back in the time that the run may wait.</summary>
    OutOfQuota,
}

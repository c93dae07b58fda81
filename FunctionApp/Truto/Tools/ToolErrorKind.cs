using System.Text.Json.Serialization;

namespace FuseDeskFlows.Truto.Tools;

/// <summary>Kinds of refusal that a person handles differently.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ToolErrorKind>))]
public enum ToolErrorKind
{
    /// <summary>Refused in a way that this version does not know.</summary>
    [JsonStringEnumMemberName("other")]
    Other = 0,

    /// <summary>Truto does not accept our token (401 without the remote flag).</summary>
    [JsonStringEnumMemberName("truto-token")]
    TrutoToken,

    /// <summary>
    /// FuseDesk does not accept the account's credentials (401 with the remote flag): the account must be connected again.
    /// </summary>
    [JsonStringEnumMemberName("needs-reconnect")]
    NeedsReconnect,

    /// <summary>The key lacks a permission (403).</summary>
    [JsonStringEnumMemberName("forbidden")]
    Forbidden,

    /// <summary>No such object, or not visible (404).</summary>
    [JsonStringEnumMemberName("not-found")]
    NotFound,

    /// <summary>The account is a read-only sandbox (405 without the remote flag).</summary>
    [JsonStringEnumMemberName("read-only-account")]
    ReadOnlyAccount,

    /// <summary>FuseDesk rejected the arguments or had another error (405 with the remote flag, 400, 409, 422).</summary>
    [JsonStringEnumMemberName("rejected")]
    Rejected,

    /// <summary>Truto itself says that it has blocked the account (503): only its support can lift that.</summary>
    [JsonStringEnumMemberName("account-blocked")]
    AccountBlocked,

    /// <summary>The answer was not of the documented form: an error object in place of a list, nothing, too much.</summary>
    [JsonStringEnumMemberName("unexpected-answer")]
    UnexpectedAnswer,

    /// <summary>
    /// No answer, or one of a gateway or a failing server (502, 503, 504 and other faults): it may pass, so that calling again may help.
    /// </summary>
    [JsonStringEnumMemberName("unavailable")]
    Unavailable,

    /// <summary>The account does not offer this tool.</summary>
    [JsonStringEnumMemberName("tool-missing")]
    ToolMissing,
}

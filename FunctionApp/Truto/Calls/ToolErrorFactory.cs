using System.Text.Json;
using FuseDeskFlows.Serialization;
using FuseDeskFlows.Truto.Catalogue;
using FuseDeskFlows.Truto.Http;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Truto.Calls;

/// <summary>Turns refusals into words for the person who must act. It repeats codes, scopes and field names, never free text.</summary>
internal static class ToolErrorFactory
{
    /// <summary>FuseDesk's one documented error code: the key lacks a permission.</summary>
    private const string NoScope = "api_error_noscope";

    private const string NoPermission =
        "The FuseDesk API key lacks the permission for this. Grant it in FuseDesk under Settings, API Keys.";

    /// <summary>A refusal by status.</summary>
    public static ToolError Refused(string tool, TrutoResponse response)
    {
        var facts = ErrorBody.Parse(response.TryReadJson(), response.ErrorCodeHeader);
        var isTheirs = response.IsTrutoError || facts.IsRemote || facts.Code is not null || response.Status is >= 300 and < 400;
        var (kind, message) = isTheirs ? Explain(response.Status, facts) : ExplainForeign(response);
        return Create(kind, message, tool, response, facts);
    }

    /// <summary>An answer with a good status that is not what was due: an error object in place of a list, say.</summary>
    public static ToolError Unexpected(string tool, TrutoResponse response, string due)
    {
        var body = response.ReadJson();
        var facts = ErrorBody.Parse(body, response.ErrorCodeHeader);
        if (facts.Code is null && new JsonFields(body).Element("result", "results") is { ValueKind: JsonValueKind.Object } inner)
        {
            facts = ErrorBody.Parse(inner, response.ErrorCodeHeader);
        }

        var kind = facts.Code is NoScope ? ToolErrorKind.Forbidden : ToolErrorKind.UnexpectedAnswer;
        var message = kind == ToolErrorKind.Forbidden
            ? NoPermission
            : $"The answer is not {due}.";
        return Create(kind, message, tool, response, facts);
    }

    /// <summary>A tool that the account does not offer.</summary>
    public static ToolError Missing(ToolOperation operation) => new()
    {
        Kind = ToolErrorKind.ToolMissing,
        Tool = operation.Name,
        Message = $"The connected account does not offer this tool (resource {operation.Resource}, method {operation.Method}). "
            + "Enable it for the FuseDesk integration in Truto.",
    };

    /// <summary>An id that cannot be part of a path.</summary>
    public static ToolError NoId(string tool) => new()
    {
        Kind = ToolErrorKind.NotFound,
        Tool = tool,
        Message = "The id is empty or not an id, so nothing was asked for.",
    };

    /// <summary>No answer, or one of a gateway or a failing server, which may pass.</summary>
    public static ToolError Unavailable(string tool, string message, TrutoResponse? response = null) => new()
    {
        Kind = ToolErrorKind.Unavailable,
        Tool = tool,
        Message = message,
        Status = response?.Status,
        RetryAfter = response?.RetryAfter,
    };

    /// <summary>An answer with a good status and a body that will be no better the next time.</summary>
    public static ToolError Unreadable(string tool, TrutoResponse response) => new()
    {
        Kind = ToolErrorKind.UnexpectedAnswer,
        Tool = tool,
        Status = response.Status,
        Message = response.BodyFault switch
        {
            BodyFault.TooLarge => "The answer is larger than Truto:MaxResponseBytes allows, so it was not read.",
            BodyFault.TooDeep => $"The answer is JSON that is nested deeper than {JsonBody.MaxDepth} levels, so it was not read.",
            _ => $"The answer is empty: status {response.Status} without a body.",
        },
    };

    private static (ToolErrorKind Kind, string Message) ExplainForeign(TrutoResponse response) => (
        response.Status == 404 ? ToolErrorKind.NotFound : ToolErrorKind.Other,
        $"The answer with status {response.Status} is neither Truto's nor FuseDesk's: {WhatCame(response)}, "
        + "as a gateway or a proxy on the way sends it.");

    private static string WhatCame(TrutoResponse response) => response.BodyFault switch
    {
        BodyFault.Empty => "it has no body",
        BodyFault.TooLarge => "it is larger than Truto:MaxResponseBytes allows",
        BodyFault.None => "its JSON is not in the form of their errors",
        _ => "it is not JSON",
    };

    private static ToolError Create(ToolErrorKind kind, string message, string tool, TrutoResponse response, ErrorBody facts) => new()
    {
        Kind = kind,
        Tool = tool,
        Message = message + Suffix(facts),
        Status = response.Status,
        Code = facts.Code,
        MissingScopes = facts.MissingScopes,
    };

    private static (ToolErrorKind Kind, string Message) Explain(int status, ErrorBody facts) => (status, facts.IsRemote) switch
    {
        _ when facts.Code is NoScope => Forbidden,
        (401, true) => (
            ToolErrorKind.NeedsReconnect,
            "FuseDesk no longer accepts the account's credentials. Connect the account again in Truto."),
        (401, false) => (ToolErrorKind.TrutoToken, "Truto does not accept the API token. Check Truto:ApiToken."),
        (403, _) => Forbidden,
        (404, true) => (ToolErrorKind.NotFound, "FuseDesk has no such object, or it was deleted."),
        (404, false) => (
            ToolErrorKind.NotFound,
            "Truto does not know this account or resource, or the token may not see it. Check Truto:IntegratedAccountId."),

        // FuseDesk uses 405 for "other error"; Truto's own means that the account is a sandbox, which takes no writes.
        (405, true) => (
            ToolErrorKind.Rejected,
            "FuseDesk reports an error of no particular kind; mostly an argument that it does not take."),
        (405, false) => (ToolErrorKind.ReadOnlyAccount, "The account is a read-only sandbox account in Truto."),
        (400 or 409 or 422, true) => (ToolErrorKind.Rejected, "FuseDesk rejected the arguments."),
        (400 or 409 or 422, false) => (ToolErrorKind.Rejected, "Truto rejected the arguments."),
        (503, _) => (
            ToolErrorKind.AccountBlocked,
            "Truto has blocked the account. Only Truto's support can lift that; trying again does not help."),
        ( >= 300 and < 400, _) => (
            ToolErrorKind.Other,
            "Truto answered with a redirect, which is not followed: it would carry the token away. Check Truto:BaseUrl."),
        _ => (ToolErrorKind.Other, "The call was refused in a way that is not documented."),
    };

    private static (ToolErrorKind Kind, string Message) Forbidden =>
        (ToolErrorKind.Forbidden, NoPermission);

    private static string Suffix(ErrorBody facts) =>
        (facts.MissingScopes.Count > 0 ? $" Missing: {string.Join(", ", facts.MissingScopes)}." : "")
        + (facts.Fields.Count > 0 ? $" Arguments: {string.Join(", ", facts.Fields)}." : "")
        + (facts.Code is { } code ? $" Code: {code}." : "");
}

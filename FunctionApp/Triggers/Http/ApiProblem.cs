using System.Text.Json;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Reports.Runs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FuseDeskFlows.Triggers.Http;

/// <summary>Problem details (RFC 9457) with types that clients can rely on.</summary>
internal static class ApiProblem
{
    private const string Types = "urn:fusedeskflows:problem:";

    /// <summary>400: something in the request is wrong, by field, header or query parameter.</summary>
    public static ProblemDetails InvalidRequest(params (string Field, string Fault)[] faults)
    {
        var detail = string.Join(" ", faults.Select(fault => fault.Fault).Distinct(StringComparer.Ordinal));
        var problem = Create(StatusCodes.Status400BadRequest, "invalid-request", "The request is not valid.", detail);
        problem.Extensions["errors"] = faults.GroupBy(fault => fault.Field, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(fault => fault.Fault).ToArray(), StringComparer.Ordinal);
        return problem;
    }

    /// <summary>400: the body is no JSON object, or one that can be read in two ways.</summary>
    public static ProblemDetails InvalidJson(string detail) => Create(
        StatusCodes.Status400BadRequest, "invalid-json", "The body is not a valid JSON object.",
        detail);

    /// <summary>405: messages of the Model Context Protocol are sent by POST alone.</summary>
    public static ProblemDetails OnlyPost() => Create(
        StatusCodes.Status405MethodNotAllowed, "method-not-allowed", "Only POST is taken.",
        "Send each message by POST. There are no sessions: nothing to listen to, nothing to end.");

    /// <summary>413: the body is too large.</summary>
    public static ProblemDetails BodyTooLarge(int limit) => Create(
        StatusCodes.Status413PayloadTooLarge, "body-too-large", "The body is too large.",
        $"The body may have {limit} bytes at most.");

    /// <summary>413: a record of a delivery is so large that no form of it can be kept for later.</summary>
    public static ProblemDetails RecordTooLarge(int limit) => Create(
        StatusCodes.Status413PayloadTooLarge, "body-too-large", "The body is too large.",
        $"A record without a known case id has so many fields that it cannot be kept in {limit} bytes, however it is shortened.");

    /// <summary>415: the body is not declared as JSON.</summary>
    public static ProblemDetails NotJson() => Create(
        StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "The body is not JSON.",
        "Send the body with Content-Type: application/json.");

    /// <summary>406: none of the accepted media types can be produced.</summary>
    public static ProblemDetails NotAcceptable() => Create(
        StatusCodes.Status406NotAcceptable, "not-acceptable", "No acceptable media type.",
        "Accept application/json, text/markdown or text/html.");

    /// <summary>404: there is no such run.</summary>
    public static ProblemDetails RunNotFound(string id) => Create(
        StatusCodes.Status404NotFound, "run-not-found", "No such run.",
        $"There is no run '{id}'; its history may have been purged.");

    /// <summary>404: no event has led to a triage of this case.</summary>
    public static ProblemDetails TriageNotFound(CaseId caseId) => Create(
        StatusCodes.Status404NotFound, "triage-not-found", "No such triage.",
        $"No event has led to a triage of case {caseId.Value} yet.");

    /// <summary>401: the delivery is not signed, or not by its owner.</summary>
    public static ProblemDetails NotSigned(string detail) => Create(
        StatusCodes.Status401Unauthorized, "not-signed", "The delivery is not signed as it must be.",
        detail);

    /// <summary>400: the delivery is too old, or from the future.</summary>
    public static ProblemDetails Stale() => Create(
        StatusCodes.Status400BadRequest, "stale-delivery", "The delivery is stale.",
        "created_at is too long ago, or in the future.");

    /// <summary>403: a page of this origin may not call.</summary>
    public static ProblemDetails OriginNotAllowed() => Create(
        StatusCodes.Status403Forbidden, "origin-not-allowed", "The origin may not call.",
        "Pages of this origin may not call; add it to Mcp:AllowedOrigins if they shall.");

    /// <summary>404: no audit has reported yet.</summary>
    public static ProblemDetails NoAudit() => Create(
        StatusCodes.Status404NotFound, "audit-not-found", "No such audit.",
        "No audit of these departments has reported yet, or the reports' runs have been purged.");

    /// <summary>409: all departments are being audited.</summary>
    public static ProblemDetails AuditRunning(string runId, DateTimeOffset since)
    {
        var problem = Create(
            StatusCodes.Status409Conflict, "audit-running", "The audit is running.",
            $"The audit that began at {since.UtcDateTime:u} still runs as {runId}; a department is audited by one run at a time.");
        problem.Extensions["runId"] = runId;
        return problem;
    }

    /// <summary>422: the key was used with another body.</summary>
    public static ProblemDetails IdempotencyKeyReused() => Create(
        StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused", "The Idempotency-Key was used with another body.",
        "A run was started with this Idempotency-Key and another body. Use a new key for another request.");

    /// <summary>
    /// 500, or 409 if somebody terminated it: the run ended without a report. What it had found before it could not wait any longer for a
    /// quota goes along, if it was kept.
    /// </summary>
    public static ProblemDetails RunEnded(string runId, RunError error, JsonElement? report)
    {
        var terminated = error.Type is "run-terminated";
        var problem = Create(
            terminated ? StatusCodes.Status409Conflict : StatusCodes.Status500InternalServerError,
            error.Type, terminated ? "The run was terminated." : "The run failed.", error.Detail);
        problem.Extensions["runId"] = runId;
        if (report is { } found)
        {
            problem.Extensions["report"] = found;
        }

        return problem;
    }

    /// <summary>503: the app is not configured; nothing was started.</summary>
    public static ProblemDetails NotConfigured(IEnumerable<string> faults)
    {
        var settings = faults.ToArray();
        var problem = Create(
            StatusCodes.Status503ServiceUnavailable, "configuration-missing", "The app is not configured.",
            string.Join("; ", settings) + ".");
        problem.Extensions["settings"] = settings;
        return problem;
    }

    public static IResult ToResult(this ProblemDetails problem) => TypedResults.Problem(problem);

    /// <summary>A problem with its status; its type is one of the app's own.</summary>
    /// <param name="type">What the type ends in, which clients rely on.</param>
    public static ProblemDetails Create(int status, string type, string title, string detail) =>
        new() { Status = status, Type = Types + type, Title = title, Detail = detail };
}

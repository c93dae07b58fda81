using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FuseDeskFlows.Triggers.Http;

/// <summary>Problem details (RFC 9457) with types that clients can rely on.</summary>
internal static class ApiProblem
{
    private const string Types = "urn:fusedeskflows:problem:";

    /// <summary>Something in the request is wrong.</summary>
    /// <param name="faults">What is wrong, by field, header or query parameter.</param>
    /// <returns>400.</returns>
    public static ProblemDetails InvalidRequest(params (string Field, string Fault)[] faults)
    {
        var problem = Of(StatusCodes.Status400BadRequest, "invalid-request", "The request is not valid.", string.Join(" ", faults.Select(fault => fault.Fault).Distinct(StringComparer.Ordinal)));
        problem.Extensions["errors"] = faults.GroupBy(fault => fault.Field, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(fault => fault.Fault).ToArray(), StringComparer.Ordinal);
        return problem;
    }

    /// <summary>The body is not JSON.</summary>
    /// <param name="detail">What is wrong, and where.</param>
    /// <returns>400.</returns>
    public static ProblemDetails InvalidJson(string detail) => Of(StatusCodes.Status400BadRequest, "invalid-json", "The body is not valid JSON.", detail);

    /// <summary>The body is too large.</summary>
    /// <param name="limit">How many bytes it may have.</param>
    /// <returns>413.</returns>
    public static ProblemDetails BodyTooLarge(int limit) =>
        Of(StatusCodes.Status413PayloadTooLarge, "body-too-large", "The body is too large.", $"The body may have {limit} bytes at most.");

    /// <summary>The body is not declared as JSON.</summary>
    /// <returns>415.</returns>
    public static ProblemDetails NotJson() =>
        Of(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "The body is not JSON.", "Send the body with Content-Type: application/json.");

    /// <summary>None of the accepted media types can be produced.</summary>
    /// <returns>406.</returns>
    public static ProblemDetails NotAcceptable() =>
        Of(StatusCodes.Status406NotAcceptable, "not-acceptable", "No acceptable media type.", "Accept application/json, text/markdown or text/html.");

    /// <summary>There is no such run.</summary>
    /// <param name="id">The id that was asked for.</param>
    /// <returns>404.</returns>
    public static ProblemDetails RunNotFound(string id) =>
        Of(StatusCodes.Status404NotFound, "run-not-found", "No such run.", $"There is no run '{id}'; its history may have been purged.");

    /// <summary>No event has led to a triage of this case.</summary>
    /// <param name="caseId">The case that was asked for.</param>
    /// <returns>404.</returns>
    public static ProblemDetails TriageNotFound(string caseId) =>
        Of(StatusCodes.Status404NotFound, "triage-not-found", "No such triage.", $"No event has led to a triage of case {caseId} yet.");

    /// <summary>The delivery is not signed, or not by its owner.</summary>
    /// <param name="detail">What is wrong.</param>
    /// <returns>401.</returns>
    public static ProblemDetails NotSigned(string detail) => Of(StatusCodes.Status401Unauthorized, "not-signed", "The delivery is not signed as it must be.", detail);

    /// <summary>The delivery is too old, or from the future.</summary>
    /// <returns>400.</returns>
    public static ProblemDetails Stale() =>
        Of(StatusCodes.Status400BadRequest, "stale-delivery", "The delivery is stale.", "created_at is too long ago, or in the future.");

    /// <summary>No audit has reported yet.</summary>
    /// <returns>404.</returns>
    public static ProblemDetails NoAudit() =>
        Of(StatusCodes.Status404NotFound, "audit-not-found", "No such audit.", "No audit of these departments has reported yet, or the reports' runs have been purged.");

    /// <summary>All departments are being audited.</summary>
    /// <param name="runId">The run, or one of the runs, that is at it.</param>
    /// <param name="since">Since when.</param>
    /// <returns>409.</returns>
    public static ProblemDetails AuditRunning(string runId, DateTimeOffset since)
    {
        var problem = Of(
            StatusCodes.Status409Conflict, "audit-running", "The audit is running.",
            $"The audit that began at {since.UtcDateTime:u} still runs as {runId}; a department is audited by one run at a time.");
        problem.Extensions["runId"] = runId;
        return problem;
    }

    /// <summary>The key was used with another body.</summary>
    /// <returns>422.</returns>
    public static ProblemDetails IdempotencyKeyReused() => Of(
        StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused", "The Idempotency-Key was used with another body.",
        "A run was started with this Idempotency-Key and another body. Use a new key for another request.");

    /// <summary>The run ended without a report.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="error">Why.</param>
    /// <param name="report">What it had found before it could not wait any longer for a quota; null if nothing was kept.</param>
    /// <returns>500, or 409 if somebody terminated it.</returns>
    public static ProblemDetails RunEnded(string runId, Reports.Runs.RunError error, JsonElement? report)
    {
        var terminated = error.Type is "run-terminated";
        var problem = Of(
            terminated ? StatusCodes.Status409Conflict : StatusCodes.Status500InternalServerError,
            error.Type, terminated ? "The run was terminated." : "The run failed.", error.Detail);
        problem.Extensions["runId"] = runId;
        if (report is { } found)
        {
            problem.Extensions["report"] = found;
        }

        return problem;
    }

    /// <summary>The app is not configured; nothing was started.</summary>
    /// <param name="faults">Which settings are missing or wrong.</param>
    /// <returns>503.</returns>
    public static ProblemDetails NotConfigured(IEnumerable<string> faults)
    {
        var settings = faults.ToArray();
        var problem = Of(StatusCodes.Status503ServiceUnavailable, "configuration-missing", "The app is not configured.", string.Join("; ", settings) + ".");
        problem.Extensions["settings"] = settings;
        return problem;
    }

    /// <summary>Answers with a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <returns>The response.</returns>
    public static IResult ToResult(this ProblemDetails problem) => TypedResults.Problem(problem);

    private static ProblemDetails Of(int status, string type, string title, string detail) =>
        new() { Status = status, Type = Types + type, Title = title, Detail = detail };
}

using FuseDeskFlows.Reports.Writes;
using FuseDeskFlows.Triggers.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FuseDeskFlows.Triggers.Approvals;

/// <summary>Why a decision on a write does not count, as problem details.</summary>
internal static class ApprovalProblem
{
    /// <summary>404: the run has no such write.</summary>
    public static ProblemDetails NotFound(string runId, string callId) => ApiProblem.Create(
        StatusCodes.Status404NotFound, "approval-not-found", "No such approval.",
        $"Run {runId} has no write '{callId}' that a person is asked about.");

    /// <summary>409: somebody has decided already.</summary>
    public static ProblemDetails Decided(ReportApproval decision)
    {
        var problem = ApiProblem.Create(
            StatusCodes.Status409Conflict, "approval-decided", "It was decided already.",
            $"{decision.By} {(decision.Approved ? "approved" : "rejected")} it at {decision.At.UtcDateTime:u}.");
        problem.Extensions["decision"] = decision;
        return problem;
    }

    /// <summary>410: the deadline has rejected it.</summary>
    public static ProblemDetails Expired(DateTimeOffset deadline) => ApiProblem.Create(
        StatusCodes.Status410Gone, "approval-expired", "It is too late.",
        $"It could be decided until {deadline.UtcDateTime:u}; then it was rejected. Propose it anew.");

    /// <summary>409: the decision is not on what is proposed now.</summary>
    public static ProblemDetails HashDiffers(string hash)
    {
        var problem = ApiProblem.Create(
            StatusCodes.Status409Conflict, "approval-hash-differs", "Something else is proposed now.",
            "The hash is not that of what is proposed now: its arguments, or what they would change, are others. Look at it again.");
        problem.Extensions["hash"] = hash;
        return problem;
    }

    /// <summary>409: nobody is asked at present.</summary>
    public static ProblemDetails NotPending(string detail) =>
        ApiProblem.Create(StatusCodes.Status409Conflict, "approval-not-pending", "Nothing waits for a decision.", detail);

    /// <summary>409: the run that had proposed it has ended.</summary>
    public static ProblemDetails RunStopped(string runId) => ApiProblem.Create(
        StatusCodes.Status409Conflict, "run-stopped", "The run has ended.",
        $"Run {runId}, which had proposed it, has ended: nothing of it is written any more.");

    /// <summary>409: the run did not take the decision.</summary>
    public static ProblemDetails Refused(string why) =>
        ApiProblem.Create(StatusCodes.Status409Conflict, "approval-refused", "The decision was not taken.", why);
}

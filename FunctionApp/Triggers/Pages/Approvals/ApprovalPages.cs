using FuseDeskFlows.Orchestrations.Writes;
using FuseDeskFlows.Reports.Pages;
using FuseDeskFlows.Reports.Pages.Approvals;
using FuseDeskFlows.Triggers.Approvals;
using FuseDeskFlows.Triggers.Pages.Access;
using FuseDeskFlows.Triggers.Pages.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.Pages.Approvals;

/// <summary>The console's page of writes that wait for a person. It never changes under her hand: she decides on what she sees.</summary>
/// <param name="guard">Tells who may see it, and who may decide.</param>
/// <param name="time">The clock by which a decision is late.</param>
public sealed class ApprovalPages(ConsoleGuard guard, TimeProvider time)
{
    private const string Path = "approvals";
    private const int MaxText = 500;
    private static readonly string NotDecided = $"Nothing was decided: it needs your name, and texts of {MaxText} characters at most.";

    /// <summary>Shows the writes that wait.</summary>
    /// <returns>The page; a refusal for who may not see it.</returns>
    [Function("ConsoleApprovals")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/approvals")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var entry = guard.Enter(request);
        return entry.Refusal
            ?? await PageAsync(client, entry.User!, sent: null, StatusCodes.Status200OK, fault: null, cancellationToken);
    }

    /// <summary>Takes a decision, bound to what was shown.</summary>
    /// <returns>The way to the run's page; the page with what is wrong; a refusal for who may not.</returns>
    [Function("ConsoleDecide")]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "console/approvals/{id}/{callId}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string id,
        string callId,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        var entry = guard.EnterToPost(request);
        if (entry.Refusal is not null)
        {
            return entry.Refusal;
        }

        if (!entry.User!.MayApprove)
        {
            var message = new MessageModel(
                "You may not decide", "Approvers are a group of their own.", new(ConsoleResult.Root.To(Path), "Approvals"));
            return ConsoleResult.Message(message, entry.User, StatusCodes.Status403Forbidden);
        }

        var sent = await FormBody.ReadAsync(request, cancellationToken);
        if (Read(sent, entry.User) is not { } decision)
        {
            return await PageAsync(client, entry.User, sent, StatusCodes.Status400BadRequest, NotDecided, cancellationToken);
        }

        return await DecideAsync(client, id, callId, decision, cancellationToken) is { } problem
            ? await PageAsync(client, entry.User, sent, problem.Status ?? StatusCodes.Status409Conflict, problem.Detail, cancellationToken)
            : TypedResults.Redirect(ConsoleResult.Root.ToRun(id));
    }

    private static ApprovalDecision? Read(IFormCollection? sent, ConsoleUser user)
    {
        string Text(string field) => sent?[field].ToString().Trim() ?? "";
        var by = user.IsSignedIn ? user.Name : Text("by");
        var reason = Text("reason");
        return Text("decision") is "approve" or "reject" && by.Length is > 0 and <= MaxText && reason.Length <= MaxText
            ? new()
            {
                Id = Guid.NewGuid().ToString("N"),
                Approve = Text("decision") is "approve",
                Hash = Text("hash"),
                By = by,
                IdentifiedBy = user.IsSignedIn ? "platform" : "request",
                Reason = reason.Length > 0 ? reason : null,
            }
            : null;
    }

    private static async Task<ConsoleResult> PageAsync(
        DurableTaskClient client, ConsoleUser user, IFormCollection? sent, int status, string? fault, CancellationToken cancellationToken)
    {
        var (waiting, mayBeMore) = await WaitingApprovals.ReadAsync(client, cancellationToken);
        var model = new ApprovalsModel
        {
            Approvals = waiting,
            MayBeMore = mayBeMore,
            UserName = user.IsSignedIn ? user.Name : sent?["by"].ToString() ?? "",
            IsSignedIn = user.IsSignedIn,
            MayApprove = user.MayApprove,
            Fault = fault,
        };
        return ConsoleResult.Of<ApprovalsView>("Approvals", Path, user, model) with { Status = status };
    }

    private async Task<ProblemDetails?> DecideAsync(
        DurableTaskClient client, string id, string callId, ApprovalDecision decision, CancellationToken cancellationToken)
    {
        var (write, missing) = await ApprovalEndpoints.FindAsync(client, id, callId, cancellationToken);
        return write is null
            ? missing
            : await DecisionDelivery.FindProblemAsync(client, id, write, decision, time.GetUtcNow(), cancellationToken)
                ?? (await DecisionDelivery.SendAsync(client, write, decision, time, cancellationToken)).Problem;
    }
}

using FuseDeskFlows.Activities.Writes;
using FuseDeskFlows.Orchestrations.Writes;
using FuseDeskFlows.Triggers.Http;
using FuseDeskFlows.Triggers.Runs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;

namespace FuseDeskFlows.Triggers.Approvals;

/// <summary>Shows the writes that wait for a person, and takes her decisions.</summary>
/// <param name="planner">Checks arguments that an approver has changed.</param>
/// <param name="platform">What the platform tells of itself: whether its sign-in names the person.</param>
/// <param name="time">The clock by which a decision is late.</param>
public sealed class ApprovalEndpoints(WritePlanner planner, IConfiguration platform, TimeProvider time)
{
    private const int MaxBody = 256 * 1024;

    /// <summary>Lists the writes that wait.</summary>
    /// <param name="request">The request; <c>top</c> and <c>continuation</c> choose the page.</param>
    /// <param name="client">The durable client.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>200 with the writes, or problem details.</returns>
    [Function("ListApprovals")]
    public static async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "approvals")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        var parsed = RunListQuery.Parse(request.Query, RunListQuery.Pages);
        if (parsed is not { Value: { } query })
        {
            return parsed.Problem!.ToResult();
        }

        var filter = new OrchestrationQuery(
            Statuses: [OrchestrationRuntimeStatus.Running], PageSize: query.Top, FetchInputsAndOutputs: true);
        await foreach (var page in client.GetAllInstancesAsync(filter).AsPages(query.Continuation, query.Top)
            .WithCancellation(cancellationToken))
        {
            var waiting = await PendingApprovals.FindAsync(client, page.Values, cancellationToken);

            // The store cannot filter by name: pages without a write are skipped, so that an empty one means the end.
            if (waiting.Count > 0 || page.ContinuationToken is null)
            {
                var next = page.ContinuationToken is { } token ? query.NextPage(request, token) : null;
                return RunResponse.Json(request, new ApprovalList { Approvals = waiting, Next = next });
            }
        }

        return RunResponse.Json(request, new ApprovalList());
    }

    /// <summary>Takes a decision on a write.</summary>
    /// <param name="request">The request: <c>decision</c>, <c>hash</c>, <c>by</c>, <c>reason</c>, <c>arguments</c>.</param>
    /// <param name="client">The durable client.</param>
    /// <param name="id">The run.</param>
    /// <param name="callId">Which of its writes.</param>
    /// <param name="cancellationToken">Ends the waiting; the decision stands.</param>
    /// <returns>200 once the run has taken it; 202 if it has not come to it yet; problem details.</returns>
    [Function("DecideApproval")]
    public async Task<IResult> DecideAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "runs/{id}/approvals/{callId}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string id,
        string callId,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        var body = await JsonRequest.ReadAsync(request, cancellationToken, MaxBody);
        var parsed = body.Problem is null ? DecisionBody.Parse(body.Value, request, platform) : body.Problem;
        if (parsed is not { Value: { } decision })
        {
            return parsed.Problem!.ToResult();
        }

        var (write, missing) = await FindAsync(client, id, callId, cancellationToken);
        if (write is null)
        {
            return missing!.ToResult();
        }

        var problem = await DecisionDelivery.FindProblemAsync(client, id, write, decision, time.GetUtcNow(), cancellationToken)
            ?? await FindFaultsAsync(write, decision, cancellationToken);
        if (problem is not null)
        {
            return problem.ToResult();
        }

        var sent = await DecisionDelivery.SendAsync(client, write, decision, time, cancellationToken);
        return sent.Problem is { } refused ? refused.ToResult() : RunResponse.Json(
            request,
            new DecisionResult
            {
                Id = decision.Id,
                Decision = decision.Approve ? "approve" : "reject",
                By = decision.By,
                Taken = sent.Taken,
                WriteId = write.InstanceId,
            },
            sent.Taken ? StatusCodes.Status200OK : StatusCodes.Status202Accepted);
    }

    /// <summary>Finds a write: one of its own is its run, an agent's is a child of the agent's run.</summary>
    internal static async Task<(OrchestrationMetadata? Write, ProblemDetails? Problem)> FindAsync(
        DurableTaskClient client, string id, string callId, CancellationToken cancellationToken)
    {
        if (id.StartsWith('@') || await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellationToken) is not { } run)
        {
            return (null, ApiProblem.RunNotFound(id));
        }

        var write = PendingApprovals.IsWrite(run)
            ? callId is ToolWrite.OwnCall ? run : null
            : await client.GetInstanceAsync(ToolWrite.IdOf(id, callId), getInputsAndOutputs: true, cancellationToken);

        // The run's other children have ids that begin likewise: they are no writes.
        return write is null || !PendingApprovals.IsWrite(write) ? (null, ApprovalProblem.NotFound(id, callId)) : (write, null);
    }

    private async Task<ProblemDetails?> FindFaultsAsync(OrchestrationMetadata write, ApprovalDecision decision,
        CancellationToken cancellationToken)
    {
        if (decision.Arguments is not { } arguments || RunMapper.ApprovalOf(write) is not { } approval)
        {
            return null;
        }

        var input = new PlanWriteInput { Tool = approval.Tool, Arguments = arguments, WriteId = write.InstanceId };
        return WriteFaults.ToProblem(await planner.PlanAsync(input, cancellationToken));
    }
}

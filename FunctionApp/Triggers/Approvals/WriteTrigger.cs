using System.Text.Json;
using FuseDeskFlows.Activities.Writes;
using FuseDeskFlows.Activities.Writes.Settings;
using FuseDeskFlows.Orchestrations.Writes;
using FuseDeskFlows.Triggers.Http;
using FuseDeskFlows.Triggers.Starting;
using FuseDeskFlows.Truto.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Triggers.Approvals;

/// <summary>Starts writes that a person proposes; she may approve hers in the same step.</summary>
/// <param name="truto">The connection to FuseDesk; without it nothing is started.</param>
/// <param name="writes">The settings of writes; if they are wrong, nothing is started.</param>
/// <param name="planner">Checks tool and arguments before anything is started.</param>
/// <param name="platform">What the platform tells of itself: whether its sign-in names the person.</param>
/// <param name="time">The clock by which callers wait.</param>
public sealed class WriteTrigger(
    IOptions<TrutoOptions> truto, IOptions<WriteOptions> writes, WritePlanner planner, IConfiguration platform, TimeProvider time)
{
    private const int MaxBody = 256 * 1024;

    /// <summary>Starts a write, or finds the one that was started with the same key.</summary>
    /// <returns>202 with the management payload; 200 with the report if it has ended in time; problem details.</returns>
    [Function("ProposeWrite")]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "writes")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var endpoint = Endpoint(body => WriteBody.Parse(body, request, platform), cancellationToken);
        return StartHandler.HandleAsync(endpoint, request, client, time, cancellationToken);
    }

    /// <summary>The same for an assistant, who proposes and can approve nothing.</summary>
    internal StartEndpoint<ToolWriteRequest> Proposal(CancellationToken cancellationToken) =>
        Endpoint(WriteBody.ParseProposal, cancellationToken);

    private StartEndpoint<ToolWriteRequest> Endpoint(
        Func<JsonElement, ParseResult<ToolWriteRequest>> parse, CancellationToken cancellationToken) =>
        new(ToolWrite.Name, "writes", "write")
        {
            Parse = parse,
            MaxBodySize = MaxBody,
            FindConfigurationProblem = () => ConfigurationCheck.FindProblem(truto) ?? ConfigurationCheck.FindProblem(writes),
            FindConflictAsync = input => FindFaultsAsync(input, cancellationToken),
        };

    private async Task<ProblemDetails?> FindFaultsAsync(ToolWriteRequest input, CancellationToken cancellationToken)
    {
        var plan = await planner.PlanAsync(new() { Tool = input.Tool, Arguments = input.Arguments, WriteId = "" }, cancellationToken);
        return WriteFaults.ToProblem(plan);
    }
}

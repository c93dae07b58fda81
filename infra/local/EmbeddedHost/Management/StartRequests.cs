using System.Text.Json;
using DurableTask.Core.Exceptions;
using FuseDeskFlows.EmbeddedHost.Engine;
using FuseDeskFlows.EmbeddedHost.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.EmbeddedHost.Management;

/// <summary>Requests that start instances.</summary>
internal sealed class StartRequests(Lazy<DurableEngine> engine, HostRuntime runtime, InstanceRequests instances)
{
    private DurableTaskClient Client => engine.Value.Client;

    public async Task<IResult> StartAsync(HttpContext http)
    {
        var name = (string)http.Request.RouteValues["functionName"]!;
        if (runtime.Catalog.Orchestration(name) is null)
        {
            return ApiError.Of(
                StatusCodes.Status400BadRequest,
                "One or more of the arguments submitted is incorrect",
                $"The function '{name}' doesn't exist, is disabled, or is not an orchestrator function. There are: {string.Join(", ", runtime.Catalog.Orchestrations)}.");
        }

        try
        {
            var input = await RequestJson.ReadAsync(http.Request);
            var wanted = http.Request.RouteValues["instanceId"] as string;
            var version = new RequestQuery(http.Request).Text("version") is { } asked ? new TaskVersion(asked.Trim()) : (TaskVersion?)null;
            var options = new StartOrchestrationOptions(wanted) { Version = version };
            var id = await Client.ScheduleNewOrchestrationInstanceAsync(name, input, options, http.RequestAborted);
            return await AnswerAsync(http, id);
        }
        catch (JsonException e)
        {
            return ApiError.Of(StatusCodes.Status400BadRequest, "Invalid JSON content", e);
        }
        catch (OrchestrationAlreadyExistsException e)
        {
            return ApiError.Of(StatusCodes.Status409Conflict, e.Message);
        }
    }

    public async Task<IResult> RestartAsync(HttpContext http)
    {
        var newId = new RequestQuery(http.Request).Flag("restartWithNewInstanceId") ?? true;
        try
        {
            var id = await Client.RestartAsync((string)http.Request.RouteValues["instanceId"]!, newId, http.RequestAborted);
            return await AnswerAsync(http, id);
        }
        catch (ArgumentException e)
        {
            return ApiError.Of(StatusCodes.Status400BadRequest, "InstanceId does not match a valid orchestration instance.", e);
        }
    }

    private async Task<IResult> AnswerAsync(HttpContext http, string instanceId)
    {
        var query = new RequestQuery(http.Request);
        if (query.Seconds("timeout") is { } timeout && query.Seconds("pollingInterval") is not null
            && await EndAsync(instanceId, timeout, http.RequestAborted) is { } end)
        {
            return end.RuntimeStatus == OrchestrationRuntimeStatus.Completed
                ? Results.Json(StatusPayload.Output(end))
                : await instances.StatusAsync(http, instanceId);
        }

        var payload = ManagementAddress.Of(Client).ExtensionPayload(instanceId, $"{http.Request.Scheme}://{http.Request.Host}");
        http.Response.Headers.Location = payload.StatusQueryGetUri;
        http.Response.Headers.RetryAfter = "10";
        return Results.Json(payload, statusCode: StatusCodes.Status202Accepted);
    }

    private async Task<OrchestrationMetadata?> EndAsync(string instanceId, TimeSpan timeout, CancellationToken aborted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        patience.CancelAfter(timeout);
        try
        {
            return await Client.WaitForInstanceCompletionAsync(instanceId, getInputsAndOutputs: true, patience.Token);
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            return null;
        }
    }
}

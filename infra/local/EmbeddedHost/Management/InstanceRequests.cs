using System.Text.Json;
using System.Text.Json.Nodes;
using FuseDeskFlows.EmbeddedHost.Engine;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.EmbeddedHost.Management;

/// <summary>Requests about one instance.</summary>
internal sealed class InstanceRequests(Lazy<DurableEngine> engine)
{
    private DurableTaskClient Client => engine.Value.Client;

    public Task<IResult> StatusAsync(HttpContext http) => StatusAsync(http, Id(http));

    /// <summary>Answers with the status: 202 while the instance runs, 200 when it has ended.</summary>
    public async Task<IResult> StatusAsync(HttpContext http, string instanceId)
    {
        var query = new RequestQuery(http.Request);
        if (await Client.GetInstanceAsync(instanceId, getInputsAndOutputs: true, http.RequestAborted) is not { } instance)
        {
            return Results.NotFound();
        }

        var showInput = query.Flag("showInput") ?? true;
        var history = query.Flag("showHistory") == true && instance.RuntimeStatus != OrchestrationRuntimeStatus.Pending
            ? HistoryPayload.Of(
                await engine.Value.ReadHistoryAsync(instanceId, http.RequestAborted), showInput, query.Flag("showHistoryOutput") ?? false)
            : null;
        var status = StatusCodes.Status200OK;
        if (!instance.IsCompleted)
        {
            status = StatusCodes.Status202Accepted;
            http.Response.Headers.Location = http.Request.GetEncodedUrl();
            http.Response.Headers.RetryAfter = "5";
        }
        else if (instance.RuntimeStatus == OrchestrationRuntimeStatus.Failed && query.Flag("returnInternalServerErrorOnFailure") == true)
        {
            status = StatusCodes.Status500InternalServerError;
        }

        return Results.Json(StatusPayload.Of(instance, showInput, history), statusCode: status);
    }

    public async Task<IResult> PurgeAsync(HttpContext http)
    {
        if (await Client.GetInstanceAsync(Id(http), http.RequestAborted) is not { } instance)
        {
            return Results.NotFound();
        }

        if (!instance.IsCompleted)
        {
            return Results.Json(
                $"Only orchestrations in a terminal state can be purged, but the orchestration with instance ID {instance.InstanceId} has status {instance.RuntimeStatus}",
                statusCode: StatusCodes.Status412PreconditionFailed);
        }

        var purged = await Client.PurgeInstanceAsync(Id(http), http.RequestAborted);
        return Results.Json(new JsonObject { ["instancesDeleted"] = purged.PurgedInstanceCount });
    }

    public async Task<IResult> RaiseEventAsync(HttpContext http)
    {
        if (await RefusalAsync(http) is { } refusal)
        {
            return refusal;
        }

        if (!IsJson(http.Request))
        {
            return ApiError.Of(StatusCodes.Status400BadRequest, "Only application/json request content is supported");
        }

        try
        {
            var payload = await RequestJson.ReadAsync(http.Request);
            await Client.RaiseEventAsync(Id(http), (string)http.Request.RouteValues["eventName"]!, payload, http.RequestAborted);
            return Results.Accepted();
        }
        catch (JsonException e)
        {
            return ApiError.Of(StatusCodes.Status400BadRequest, "Invalid JSON content", e);
        }
    }

    public Task<IResult> TerminateAsync(HttpContext http) =>
        SteerAsync(http, reason => Client.TerminateInstanceAsync(Id(http), (object?)reason, http.RequestAborted));

    public Task<IResult> SuspendAsync(HttpContext http) =>
        SteerAsync(http, reason => Client.SuspendInstanceAsync(Id(http), reason, http.RequestAborted));

    public Task<IResult> ResumeAsync(HttpContext http) =>
        SteerAsync(http, reason => Client.ResumeInstanceAsync(Id(http), reason, http.RequestAborted));

    public async Task<IResult> RewindAsync(HttpContext http)
    {
        var instance = await Client.GetInstanceAsync(Id(http), http.RequestAborted);
        if (instance is null)
        {
            return Results.NotFound();
        }

        return instance.IsCompleted && instance.RuntimeStatus != OrchestrationRuntimeStatus.Failed
            ? Results.StatusCode(StatusCodes.Status410Gone)
            : ApiError.Of(StatusCodes.Status501NotImplemented, "The embedded host cannot rewind instances; restart this one.");
    }

    private static string Id(HttpContext http) => (string)http.Request.RouteValues["instanceId"]!;

    private static bool IsJson(HttpRequest request) => string.Equals(
        request.ContentType?.Split(';')[0].Trim(), "application/json", StringComparison.OrdinalIgnoreCase);

    private async Task<IResult> SteerAsync(HttpContext http, Func<string?, Task> steer)
    {
        if (await RefusalAsync(http) is { } refusal)
        {
            return refusal;
        }

        await steer(new RequestQuery(http.Request).Text("reason"));
        return Results.Accepted();
    }

    private async Task<IResult?> RefusalAsync(HttpContext http) => await Client.GetInstanceAsync(Id(http), http.RequestAborted) switch
    {
        null => Results.NotFound(),
        { IsCompleted: true } => Results.StatusCode(StatusCodes.Status410Gone),
        _ => null,
    };
}

using System.Text.Json.Nodes;
using FuseDeskFlows.EmbeddedHost.Engine;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.EmbeddedHost.Management;

/// <summary>Requests about many instances.</summary>
internal sealed class InstanceListRequests(Lazy<DurableEngine> engine)
{
    public async Task<IResult> ListAsync(HttpContext http)
    {
        var query = new RequestQuery(http.Request);
        var filter = new OrchestrationQuery(
            query.Time("createdTimeFrom"),
            query.Time("createdTimeTo"),
            query.Statuses(),
            InstanceIdPrefix: query.Text("instanceIdPrefix"),
            PageSize: query.Number("top") is > 0 and var top ? top : OrchestrationQuery.DefaultPageSize,
            FetchInputsAndOutputs: true,
            ContinuationToken: query.ContinuationToken());
        var showInput = query.Flag("showInput") ?? true;

        // One page an answer; the token in its header asks for the next.
        await foreach (var page in engine.Value.Client.GetAllInstancesAsync(filter).AsPages(filter.ContinuationToken).WithCancellation(http.RequestAborted))
        {
            if (page.ContinuationToken is not null)
            {
                http.Response.Headers["x-ms-continuation-token"] = page.ContinuationToken;
            }

            return Results.Json(new JsonArray([.. page.Values.Select(i => StatusPayload.Of(i, showInput))]));
        }

        return Results.Json(new JsonArray());
    }

    public async Task<IResult> PurgeAsync(HttpContext http)
    {
        var query = new RequestQuery(http.Request);
        if (query.Time("createdTimeFrom") is not { } from)
        {
            return Results.Json("Please provide value for 'createdTimeFrom' parameter.", statusCode: StatusCodes.Status400BadRequest);
        }

        var filter = new PurgeInstancesFilter(from, query.Time("createdTimeTo"), query.Statuses());
        var purged = await engine.Value.Client.PurgeAllInstancesAsync(filter, http.RequestAborted);
        return purged.PurgedInstanceCount == 0
            ? Results.NotFound()
            : Results.Json(new JsonObject { ["instancesDeleted"] = purged.PurgedInstanceCount });
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FuseDeskFlows.EmbeddedHost.Engine;
using FuseDeskFlows.EmbeddedHost.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client.Entities;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.EmbeddedHost.Management;

/// <summary>Requests about entities.</summary>
internal sealed class EntityRequests(Lazy<DurableEngine> engine)
{
    private DurableEntityClient Client => engine.Value.Client.Entities;

    public async Task<IResult> ReadAsync(HttpContext http)
    {
        var entity = await Client.GetEntityAsync(Id(http), includeState: true, http.RequestAborted);
        return entity is not { IncludesState: true } ? Results.NotFound() : Results.Json(JsonText.Parse(entity.State.Value));
    }

    public async Task<IResult> ListAsync(HttpContext http)
    {
        var query = new RequestQuery(http.Request);
        var filter = new EntityQuery
        {
            // The second @ ends the name: without it, Cart would find Cartoon too.
            InstanceIdStartsWith = http.Request.RouteValues["entityName"] is string name ? $"@{name}@" : null,
            LastModifiedFrom = query.Time("lastOperationTimeFrom"),
            LastModifiedTo = query.Time("lastOperationTimeTo"),
            IncludeState = query.Flag("fetchState") ?? false,
            PageSize = query.Number("top") is > 0 and var top ? top : EntityQuery.DefaultPageSize,
            ContinuationToken = query.ContinuationToken(),
        };
        await foreach (var page in Client.GetAllEntitiesAsync(filter).AsPages(filter.ContinuationToken, filter.PageSize).WithCancellation(http.RequestAborted))
        {
            if (page.ContinuationToken is not null)
            {
                http.Response.Headers["x-ms-continuation-token"] = page.ContinuationToken;
            }

            return Results.Json(new JsonArray([.. page.Values.Select(Describe)]));
        }

        return Results.Json(new JsonArray());
    }

    public async Task<IResult> SignalAsync(HttpContext http)
    {
        var operation = new RequestQuery(http.Request).Text("op") ?? "";
        try
        {
            await Client.SignalEntityAsync(Id(http), operation, await InputAsync(http.Request), options: null, http.RequestAborted);
            return Results.Accepted();
        }
        catch (JsonException e)
        {
            return ApiError.Of(StatusCodes.Status400BadRequest, "Could not parse JSON content: " + e.Message);
        }
    }

    public async Task<IResult> DeleteAsync(HttpContext http)
    {
        await Client.SignalEntityAsync(Id(http), "delete", input: null, options: null, http.RequestAborted);
        return Results.Accepted();
    }

    private static JsonObject Describe(EntityMetadata entity) => new()
    {
        ["entityId"] = new JsonObject { ["name"] = entity.Id.Name, ["key"] = entity.Id.Key },
        ["lastOperationTime"] = entity.LastModifiedTime.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        ["state"] = entity.IncludesState ? JsonText.Parse(entity.State.Value) : null,
    };

    private static async Task<object?> InputAsync(HttpRequest request)
    {
        if (string.Equals(request.ContentType?.Split(';')[0].Trim(), "application/json", StringComparison.OrdinalIgnoreCase))
        {
            return await RequestJson.ReadAsync(request);
        }

        var text = await RequestJson.TextAsync(request);
        return text.Length == 0 ? null : text;
    }

    // A lone $ stands for the empty key, which a path cannot hold.
    private static EntityInstanceId Id(HttpContext http)
    {
        var key = http.Request.RouteValues["entityKey"] as string ?? "";
        return new EntityInstanceId((string)http.Request.RouteValues["entityName"]!, key is "$" ? "" : key);
    }
}

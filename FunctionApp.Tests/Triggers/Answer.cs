using System.Text;
using System.Text.Json;
using FuseDeskFlows.Triggers.Starting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace FuseDeskFlows.Tests.Triggers;

/// <summary>What a caller would receive.</summary>
internal sealed record Answer(int Status, IHeaderDictionary Headers, string Body)
{
    public JsonElement Json => JsonElement.Parse(Body);

    public string? ProblemType => Json.GetProperty("type").GetString()?.Split(':')[^1];

    public static HttpRequest Request(
        string? json = null, string query = "", string path = "/api/cases/triage", params (string Name, string Value)[] headers)
    {
        var http = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        http.Request.Path = path;
        http.Request.QueryString = new(query);
        if (json is not null)
        {
            http.Request.ContentType = "application/json";
            http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(json));
        }

        foreach (var (name, value) in headers)
        {
            http.Request.Headers[name] = value;
        }

        return http.Request;
    }

    /// <summary>Starts a flow by its POST.</summary>
    public static async Task<Answer> OfStartAsync<TInput>(
        StartEndpoint<TInput> endpoint, HttpRequest request, ClientMock client, TimeProvider? time = null)
        where TInput : class, IEquatable<TInput>
    {
        endpoint = endpoint with { ManagementPayload = (_, _) => new HttpManagementPayload() };
        time ??= TimeProvider.System;
        return await OfAsync(await StartHandler.HandleAsync(endpoint, request, client.Object, time, CancellationToken.None), request);
    }

    public static async Task<Answer> OfAsync(IResult result, HttpRequest request)
    {
        var response = request.HttpContext.Response;
        using var body = new MemoryStream();
        response.Body = body;
        await result.ExecuteAsync(request.HttpContext);
        return new(response.StatusCode, response.Headers, Encoding.UTF8.GetString(body.ToArray()));
    }
}

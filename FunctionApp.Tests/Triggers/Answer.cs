using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
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

    public static async Task<Answer> OfAsync(IResult result, HttpRequest request)
    {
        var response = request.HttpContext.Response;
        using var body = new MemoryStream();
        response.Body = body;
        await result.ExecuteAsync(request.HttpContext);
        return new(response.StatusCode, response.Headers, Encoding.UTF8.GetString(body.ToArray()));
    }
}

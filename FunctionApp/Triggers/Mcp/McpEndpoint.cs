using FuseDeskFlows.Triggers.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Triggers.Mcp;

/// <summary>Serves other assistants by the Model Context Protocol (Streamable HTTP, without sessions).</summary>
/// <param name="pipeline">The protocol's handling.</param>
/// <param name="options">Who may call.</param>
public sealed class McpEndpoint(McpPipeline pipeline, IOptions<McpOptions> options)
{
    /// <summary>The function's name.</summary>
    internal const string Name = "Mcp";

    /// <summary>The greatest size of a message, in bytes.</summary>
    private const int MaxBodySize = 256 * 1024;

    /// <summary>Answers one message of the protocol.</summary>
    /// <returns>
    /// 200 with the answer, as JSON or as a stream of events; 400 for what is no message of the protocol; 403 for a page of an origin that
    /// may not call; 405 for another method; 413 for a message that is too large; 415 for one that is not declared as JSON.
    /// </returns>
    [Function(Name)]
    public async Task<IResult> HandleAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "post", "delete", Route = "mcp")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!OriginCheck.Allows(request.Headers, options.Value.AllowedOrigins))
        {
            return ApiProblem.OriginNotAllowed().ToResult();
        }

        if (!HttpMethods.IsPost(request.Method))
        {
            request.HttpContext.Response.Headers.Allow = HttpMethods.Post;
            return ApiProblem.OnlyPost().ToResult();
        }

        if (!request.HasJsonContentType())
        {
            return ApiProblem.NotJson().ToResult();
        }

        if (await BoundedBody.ReadAsync(request, MaxBodySize, cancellationToken) is not { } body)
        {
            return ApiProblem.BodyTooLarge(MaxBodySize).ToResult();
        }

        request.HttpContext.Response.Headers.CacheControl = "no-store";
        await pipeline.HandleAsync(request.HttpContext, body, client);
        return TypedResults.Empty;
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace FuseDeskFlows.Triggers.Mcp;

/// <summary>
/// The protocol's own handling of a request, as its package maps it into a web application, for a function that is handed the request.
/// </summary>
public sealed class McpPipeline
{
    private const string ClientKey = "durable client";

    private readonly RequestDelegate _post;

    /// <summary>Maps the protocol's handling.</summary>
    /// <param name="services">The app's services.</param>
    public McpPipeline(IServiceProvider services)
    {
        var routes = new Routes(services);
        routes.MapMcp("/mcp");
        _post = routes.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Single(endpoint =>
                endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is [var method] && HttpMethods.IsPost(method))
            .RequestDelegate!;
    }

    // The client is what its tools start runs with.
    internal Task HandleAsync(HttpContext context, ReadOnlyMemory<byte> message, DurableTaskClient client)
    {
        var tools = context.RequestServices.GetRequiredService<FlowTools>();
        if (McpMessageCheck.Find(message, [.. tools.Offered.Select(tool => tool.Name)]) is { } refusal)
        {
            return refusal.ToResult().ExecuteAsync(context);
        }

        context.Items[ClientKey] = client;
        context.Request.Body = new MemoryStream(message.ToArray(), writable: false);
        return _post(context);
    }

    // Says what a request's server does.
    internal static void Configure(HttpContext context, McpServerOptions options)
    {
        var client = (DurableTaskClient)context.Items[ClientKey]!;
        var tools = context.RequestServices.GetRequiredService<FlowTools>();
        options.Handlers.ListToolsHandler = (_, _) =>
            ValueTask.FromResult(new ListToolsResult { Tools = [.. tools.Offered.Select(tool => tool.Describe())] });
        options.Handlers.CallToolHandler = async (request, cancellationToken) => await tools.CallAsync(request, client, cancellationToken);
        options.Handlers.ListResourceTemplatesHandler = (_, _) =>
            ValueTask.FromResult(new ListResourceTemplatesResult { ResourceTemplates = [RunResources.Template] });
        options.Handlers.ListResourcesHandler = async (_, cancellationToken) => await RunResources.ListAsync(client, cancellationToken);
        options.Handlers.ReadResourceHandler = async (request, cancellationToken) =>
            await RunResources.ReadAsync(client, request.Params.Uri, cancellationToken);
    }

    private sealed class Routes(IServiceProvider services) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => services;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(services);
    }
}

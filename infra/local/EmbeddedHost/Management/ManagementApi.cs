using FuseDeskFlows.EmbeddedHost.Engine;
using FuseDeskFlows.EmbeddedHost.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FuseDeskFlows.EmbeddedHost.Management;

/// <summary>The durable management API, as the Durable extension serves it.</summary>
internal sealed class ManagementApi(IServiceProvider services, HostRuntime runtime)
{
    /// <summary>Maps the API's routes.</summary>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        // The engine is made when the first request comes: now its folder is not yet known.
        var engine = new Lazy<DurableEngine>(services.GetRequiredService<DurableEngine>);
        var instances = new InstanceRequests(engine);
        var lists = new InstanceListRequests(engine);
        var starts = new StartRequests(engine, runtime, instances);
        var entities = new EntityRequests(engine);
        var group = endpoints.MapGroup(ManagementAddress.Path);

        group.MapGet("instances", Safely(lists.ListAsync));
        group.MapDelete("instances", Safely(lists.PurgeAsync));
        group.MapGet("instances/{instanceId}", Safely(instances.StatusAsync));
        group.MapDelete("instances/{instanceId}", Safely(instances.PurgeAsync));
        group.MapPost("instances/{instanceId}/raiseEvent/{eventName}", Safely(instances.RaiseEventAsync));
        group.MapPost("instances/{instanceId}/terminate", Safely(instances.TerminateAsync));
        group.MapPost("instances/{instanceId}/suspend", Safely(instances.SuspendAsync));
        group.MapPost("instances/{instanceId}/resume", Safely(instances.ResumeAsync));
        group.MapPost("instances/{instanceId}/rewind", Safely(instances.RewindAsync));
        group.MapPost("instances/{instanceId}/restart", Safely(starts.RestartAsync));
        group.MapPost("orchestrators/{functionName}/{instanceId?}", Safely(starts.StartAsync));
        group.MapGet("entities/{entityName?}", Safely(entities.ListAsync));
        group.MapGet("entities/{entityName}/{entityKey}", Safely(entities.ReadAsync));
        group.MapPost("entities/{entityName}/{entityKey?}", Safely(entities.SignalAsync));
        group.MapDelete("entities/{entityName}/{entityKey?}", Safely(entities.DeleteAsync));

        // Anything else below the API is unknown to it, whatever the method.
        group.Map("{**rest}", () => Results.NotFound());
    }

    private static RequestDelegate Safely(Func<HttpContext, Task<IResult>> handle) => async http =>
    {
        IResult result;
        try
        {
            result = await handle(http);
        }
        catch (ArgumentException e)
        {
            result = ApiError.Of(StatusCodes.Status400BadRequest, "One or more of the arguments submitted is incorrect", e);
        }
#pragma warning disable CA1031 // As the extension: whatever happens is answered with 500.
        catch (Exception e) when (!http.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            result = ApiError.Of(StatusCodes.Status500InternalServerError, "Something went wrong while processing your request", e);
        }

        await result.ExecuteAsync(http);
    };
}

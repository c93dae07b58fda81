using FuseDeskFlows.EmbeddedHost.Hosting;
using FuseDeskFlows.EmbeddedHost.Queues;
using FuseDeskFlows.EmbeddedHost.Worker.Functions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.EmbeddedHost.Http;

/// <summary>Serves HTTP functions.</summary>
internal sealed class HttpFunctions(HostRuntime runtime, FunctionRunner runner, QueueWriter queues, ILogger<HttpFunctions> logger)
{
    /// <summary>Maps every HTTP function to its route.</summary>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        var functions = runtime.Catalog.With<HttpFunctionTrigger>().ToList();
        foreach (var (function, trigger) in functions)
        {
            RequestDelegate serve = http => ServeAsync(function, http);
            var endpoint = trigger.Methods.Count == 0
                ? endpoints.Map(trigger.Route, serve)
                : endpoints.MapMethods(trigger.Route, trigger.Methods, serve);
            endpoint.WithDisplayName(function.Name);
        }

        // To the Functions host, a method that no function takes is as unknown as a path: 404, where ASP.NET Core says 405.
        foreach (var route in functions.Select(function => function.Trigger.Route).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            endpoints.Map(route, NotFound).WithOrder(int.MaxValue).WithDisplayName($"No function takes this method of {route}");
        }
    }

    private static Task NotFound(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private async Task ServeAsync(FunctionDescriptor function, HttpContext http)
    {
        try
        {
            await runner.RunAsync(
                function,
                http,
                HttpTriggerData.Of(http),
                context =>
                {
                    context.Items[HttpTriggerData.ItemKey] = http;
                    http.RequestServices = context.InstanceServices;
                },
                // Queues first: when a caller has his answer, what it promises is stored.
                async run => await HttpResultWriter.WriteAsync(http, await function.Outputs.WriteAsync(run.Result, queues, http.RequestAborted)),
                http.RequestAborted);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            logger.CallerLeft(function.Name);
        }
        catch (BadHttpRequestException e)
        {
            logger.RequestNotRead(function.Name, e.StatusCode);
            Answer(http, e.StatusCode);
        }
#pragma warning disable CA1031 // Whatever a function throws is answered with 500; the details stay here.
        catch (Exception e)
#pragma warning restore CA1031
        {
            logger.FunctionFailed(e, function.Name);
            Answer(http, StatusCodes.Status500InternalServerError);
        }
    }

    private static void Answer(HttpContext http, int status)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = status;
    }
}

using FuseDeskFlows.EmbeddedHost.Engine;
using FuseDeskFlows.EmbeddedHost.Hosting;
using FuseDeskFlows.EmbeddedHost.Queues;
using FuseDeskFlows.EmbeddedHost.Worker.Functions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.EmbeddedHost.Worker.Durable;

/// <summary>Lets the durable engine run the app's functions.</summary>
internal sealed class DurableFunctions(HostRuntime runtime, FunctionRunner runner, QueueWriter queues) : IDurableFunctions
{
    /// <summary>Told of every activity's start and end; for progress on a console.</summary>
    public IActivityObserver? Observer { get; set; }

    public bool HasOrchestrator(string name) => runtime.Catalog.Orchestration(name) is not null;

    public bool HasActivity(string name) => runtime.Catalog.Activity(name) is not null;

    public bool HasEntity(string name) => runtime.Catalog.Entity(name) is not null;

    public Task<object?> RunOrchestratorAsync(string name, TaskOrchestrationContext context) =>
        runner.RunAsync(Known(runtime.Catalog.Orchestration(name), name), context);

    public async Task<object?> RunActivityAsync(string name, ActivityCall call, CancellationToken cancellationToken)
    {
        var function = Known(runtime.Catalog.Activity(name), name);
        Observer?.Started(call);
        try
        {
            var result = await runner.RunAsync(function, call, cancellationToken: cancellationToken);
            var rest = await function.Outputs.WriteAsync(result, queues, cancellationToken);
            Observer?.Completed(call);
            return rest;
        }
        catch (Exception e)
        {
            Observer?.Failed(call, e);
            throw;
        }
    }

    public Task RunEntityAsync(string name, Func<ITaskEntity, Task> runBatch, CancellationToken cancellationToken) =>
        runner.RunAsync(Known(runtime.Catalog.Entity(name), name), runBatch, cancellationToken: cancellationToken);

    private static FunctionDescriptor Known(FunctionDescriptor? function, string name) =>
        function ?? throw new InvalidOperationException($"There is no durable function '{name}'.");
}

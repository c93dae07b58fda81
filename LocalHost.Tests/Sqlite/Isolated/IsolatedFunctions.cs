using System.Globalization;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;
using Microsoft.DurableTask.Worker;
using Microsoft.DurableTask.Worker.Grpc;
using Microsoft.Extensions.DependencyInjection;

namespace LocalHost.Tests.Sqlite.Isolated;

/// <summary>
/// What an isolated worker does with the extension's requests, in the process of the test: the worker SDK's own runners, on the protobuf
/// that goes over the wire.
/// </summary>
public sealed class IsolatedFunctions(WorkerCache cache)
{
    private static readonly IServiceProvider Services = new ServiceCollection().AddLogging()
        .AddSingleton(new DurableTaskWorkerOptions { EnableEntitySupport = true }).BuildServiceProvider();

    [FunctionName("Sequence")]
    public object Sequence([OrchestrationTrigger] string request) => Run<int, int>(request, async (context, count) =>
    {
        var value = 0;
        for (var i = 0; i < count; i++)
        {
            value = await context.CallActivityAsync<int>("Next", value);
        }

        return value;
    });

    [FunctionName("FanOut")]
    public object FanOut([OrchestrationTrigger] string request) => Run<int, int>(request, async (context, count) =>
        (await Task.WhenAll(Enumerable.Range(0, count).Select(i => context.CallActivityAsync<int>("Next", i)))).Sum());

    [FunctionName("Parent")]
    public object Parent([OrchestrationTrigger] string request) => Run<int, int>(request, async (context, count) =>
    {
        await context.CreateTimer(TimeSpan.FromMilliseconds(50), CancellationToken.None);
        return (await Task.WhenAll(Enumerable.Range(0, count).Select(_ => context.CallSubOrchestratorAsync<int>("Sequence", 3)))).Sum();
    });

    [FunctionName("Again")]
    public object Again([OrchestrationTrigger] string request) => Run<int, int>(request, async (context, value) =>
    {
        value = await context.CallActivityAsync<int>("Next", value);
        if (value < 10)
        {
            context.ContinueAsNew(value);
        }

        return value;
    });

    [FunctionName("UseEntity")]
    public object UseEntity([OrchestrationTrigger] string request) => Run<object?, string>(request, async (context, _) =>
    {
        EntityInstanceId id = new("Counter", "a");
        await context.Entities.SignalEntityAsync(id, "Add", 5);
        await using (await context.Entities.LockEntitiesAsync(id))
        {
            var before = await context.Entities.CallEntityAsync<int>(id, "Get");
            await context.Entities.CallEntityAsync<int>(id, "Add", 2);
            return $"{before} {await context.Entities.CallEntityAsync<int>(id, "Get")}";
        }
    });

    [FunctionName("Fail")]
    public object Fail([OrchestrationTrigger] string request) => Run<object?, string>(request, async (context, _) =>
        await context.CallActivityAsync<int>("Next", 1) + await context.CallActivityAsync<string>("Break", 0));

    [FunctionName("Wait")]
    public object Wait([OrchestrationTrigger] string request) =>
        Run<object?, string>(request, (context, _) => context.WaitForExternalEvent<string>("go"));

    [FunctionName("Counter")]
    public async Task<object> Counter([EntityTrigger] string request) =>
        await GrpcEntityRunner.LoadAndRunAsync(request, new IsolatedCounter(), cache.Sessions, Services);

    [FunctionName("Next")]
    public object Next([ActivityTrigger] string value)
    {
        cache.Count();
        return int.Parse(value, CultureInfo.InvariantCulture) + 1;
    }

    [FunctionName("Break")]
    public string Break([ActivityTrigger] string value) =>
        cache.IsBroken ? throw new InvalidOperationException($"broken{value}") : "mended";

    private string Run<TInput, TOutput>(string request, Func<TaskOrchestrationContext, TInput, Task<TOutput>> run) =>
        GrpcOrchestrationRunner.LoadAndRun(request, new IsolatedOrchestrator<TInput, TOutput>(run), cache.Sessions, Services);
}

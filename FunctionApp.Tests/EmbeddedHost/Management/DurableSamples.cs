using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Tests.EmbeddedHost.Management;

internal static class DurableSamples
{
    [Function("Greet")]
    public static async Task<Greeting> Greet([OrchestrationTrigger] TaskOrchestrationContext context, Person person)
    {
        context.SetCustomStatus(new { phase = "greeting" });
        var text = await context.CallActivityAsync<string>("SayHello", person);
        return new Greeting(text, context.InstanceId);
    }

    [Function("Waits")]
    public static async Task<string> Waits([OrchestrationTrigger] TaskOrchestrationContext context) =>
        await context.WaitForExternalEvent<string>("Go");

    [Function("Versioned")]
    public static Task<string> Versioned([OrchestrationTrigger] TaskOrchestrationContext context) => Task.FromResult(context.Version);

    [Function("Breaks")]
    public static Task Breaks([OrchestrationTrigger] TaskOrchestrationContext context) => throw new InvalidOperationException("broken on purpose");

    [Function(nameof(SayHello))]
    public static string SayHello([ActivityTrigger] Person person, string instanceId, FunctionContext context) =>
        $"Hello {person.Name} from {instanceId} by {context.FunctionDefinition.Name}";

    [Function("Counter")]
    public static Task Counter([EntityTrigger] TaskEntityDispatcher dispatcher) => dispatcher.DispatchAsync<CounterEntity>();
}

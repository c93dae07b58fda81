using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace SemanticsApp.Orchestrations;

/// <summary>Orchestrations that tell their version.</summary>
public static class Versioned
{
    [Function(nameof(TellsVersion))]
    public static async Task<string> TellsVersion([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.CallActivityAsync<string>(nameof(Activities.Echo), "once");
        return $"version '{context.Version}'";
    }

    /// <summary>The versions of two children: one of no version of its own, one of 1.5.</summary>
    [Function(nameof(TellsChildVersions))]
    public static async Task<string> TellsChildVersions([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var inherited = await context.CallSubOrchestratorAsync<string>(nameof(TellsVersion));
        context.SetCustomStatus("inherited");
        var own = await context.CallSubOrchestratorAsync<string>(
            nameof(TellsVersion), options: new SubOrchestrationOptions { Version = "1.5" });
        return $"own '{context.Version}', inherited {inherited}, given {own}";
    }
}

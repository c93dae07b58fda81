using FuseDeskFlows.EmbeddedHost.Engine;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.Benchmarks.Engine;

/// <summary>Three orchestrations that do nothing but use the engine.</summary>
internal sealed class BenchmarkFunctions : IDurableFunctions
{
    /// <summary>Calls as many activities as its input says, one after another.</summary>
    public const string Chain = nameof(Chain);

    /// <summary>Sleeps for as many hours as its input says.</summary>
    public const string Sleep = nameof(Sleep);

    private const string Nothing = nameof(Nothing);

    /// <inheritdoc />
    public bool HasOrchestrator(string name) => name is Chain or Sleep;

    /// <inheritdoc />
    public bool HasActivity(string name) => name is Nothing;

    /// <inheritdoc />
    public bool HasEntity(string name) => false;

    /// <inheritdoc />
    public async Task<object?> RunOrchestratorAsync(string name, TaskOrchestrationContext context)
    {
        var count = context.GetInput<int>();
        if (name is Sleep)
        {
            await context.CreateTimer(TimeSpan.FromHours(count), CancellationToken.None);
            return count;
        }

        for (var i = 0; i < count; i++)
        {
            await context.CallActivityAsync(Nothing, i);
        }

        return count;
    }

    /// <inheritdoc />
    public Task<object?> RunActivityAsync(string name, ActivityCall call, CancellationToken cancellationToken) => Task.FromResult<object?>(null);

    /// <inheritdoc />
    public Task RunEntityAsync(string name, Func<ITaskEntity, Task> runBatch, CancellationToken cancellationToken) =>
        throw new InvalidOperationException($"There is no entity '{name}'.");
}

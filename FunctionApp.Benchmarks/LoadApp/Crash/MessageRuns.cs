using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace LoadApp.Crash;

/// <summary>Runs of events and entities.</summary>
public static class MessageRuns
{
    /// <summary>The event that <see cref="Listen"/> waits for.</summary>
    public const string Heard = nameof(Heard);

    /// <summary>The event's last value.</summary>
    public const string Last = "last";

    private const int Calls = 3;

    /// <summary>Collects events until the last one.</summary>
    /// <param name="context">The run.</param>
    /// <returns>What came, in order, and a step.</returns>
    [Function(nameof(Listen))]
    public static async Task<string> Listen([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var heard = new List<string>();
        for (var value = ""; !string.Equals(value, Last, StringComparison.Ordinal);)
        {
            value = await context.WaitForExternalEvent<string>(Heard);
            heard.Add(value);
        }

        return $"{string.Join(' ', heard)} {await context.StepAsync("s0")}";
    }

    /// <summary>Calls an entity, and signals it, at once and later.</summary>
    /// <param name="context">The run; its input is the entity's key.</param>
    /// <returns>How often each call had been carried out.</returns>
    [Function(nameof(Ask))]
    public static async Task<string> Ask([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var ledger = new EntityInstanceId(nameof(Ledger), context.GetInput<string>()!);
        await context.Entities.SignalEntityAsync(ledger, nameof(Ledger.Add), $"{context.InstanceId}/signal");
        await context.Entities.SignalEntityAsync(
            ledger,
            nameof(Ledger.Add),
            $"{context.InstanceId}/later",
            new SignalEntityOptions { SignalTime = new DateTimeOffset(context.CurrentUtcDateTime).AddMilliseconds(300) });
        var counts = new List<int>();
        for (var i = 0; i < Calls; i++)
        {
            counts.Add(await context.AskAsync<int>(ledger, nameof(Ledger.Add), $"{context.InstanceId}/call{i}"));
        }

        return string.Join(' ', counts);
    }

    /// <summary>Adds one to two counters under their locks.</summary>
    /// <param name="context">The run; its input is the counters' keys.</param>
    /// <returns><c>kept</c>, or what another run did meanwhile.</returns>
    [Function(nameof(Guarded))]
    public static async Task<string> Guarded([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var counters = context.GetInput<string[]>()!.Select(key => new EntityInstanceId(nameof(Counter), key)).ToList();
        await using var locks = await context.Entities.LockEntitiesAsync(counters);
        foreach (var counter in counters)
        {
            var before = await context.AskAsync<int>(counter, nameof(Counter.Get));
            await context.StepAsync(counter.Key);
            var after = await context.AskAsync<int>(counter, nameof(Counter.Get));
            if (after != before)
            {
                return $"{before} became {after} under a lock";
            }

            await context.AskAsync<int>(counter, nameof(Counter.Set), before + 1);
        }

        return "kept";
    }
}

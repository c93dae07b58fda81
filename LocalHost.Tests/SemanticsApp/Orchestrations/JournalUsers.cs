using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;
using SemanticsApp.Entities;

namespace SemanticsApp.Orchestrations;

/// <summary>Orchestrations that call, signal and lock journals.</summary>
public static class JournalUsers
{
    /// <summary>Signals and calls, in turn.</summary>
    [Function(nameof(Writes))]
    public static async Task<IReadOnlyList<string>> Writes([OrchestrationTrigger] TaskOrchestrationContext context, string key)
    {
        var journal = Id(key);
        await context.Entities.SignalEntityAsync(journal, nameof(Journal.Add), "signalled");
        await context.Entities.CallEntityAsync(journal, nameof(Journal.Add), "called");
        await context.Entities.SignalEntityAsync(journal, nameof(Journal.Add), "signalled again");
        return await context.Entities.CallEntityAsync<IReadOnlyList<string>>(journal, nameof(Journal.Read));
    }

    /// <summary>Calls an operation that fails, or that is not there.</summary>
    [Function(nameof(CallsOperation))]
    public static async Task<Caught?> CallsOperation([OrchestrationTrigger] TaskOrchestrationContext context, string operation)
    {
        var journal = Id(context.InstanceId);
        await context.Entities.CallEntityAsync(journal, nameof(Journal.Add), "kept");
        try
        {
            await context.Entities.CallEntityAsync(journal, operation, "lost");
            return null;
        }
        catch (EntityOperationFailedException failure)
        {
            return Caught.From(failure);
        }
    }

    /// <summary>Lets an operation's failure end it.</summary>
    [Function(nameof(FailsInEntity))]
    public static Task FailsInEntity([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.Entities.CallEntityAsync(Id(context.InstanceId), nameof(Journal.AddAndFail), "lost");

    /// <summary>Writes down when it enters and leaves its critical section, and holds it until Leave comes.</summary>
    [Function(nameof(HoldsLock))]
    public static async Task<string> HoldsLock([OrchestrationTrigger] TaskOrchestrationContext context, string key)
    {
        var name = context.InstanceId.Split('~')[^1];
        await using (await context.Entities.LockEntitiesAsync(Id(key)))
        {
            await context.Entities.CallEntityAsync(Id(key), nameof(Journal.Add), name + " in");
            context.SetCustomStatus("locked");
            await context.WaitForExternalEvent<string>("Leave");
            await context.Entities.CallEntityAsync(Id(key), nameof(Journal.Add), name + " out");
        }

        return "left";
    }

    /// <summary>Fails in its critical section.</summary>
    [Function(nameof(FailsInLock))]
    public static async Task FailsInLock([OrchestrationTrigger] TaskOrchestrationContext context, string key)
    {
        await context.Entities.LockEntitiesAsync(Id(key));
        await context.Entities.CallEntityAsync(Id(key), nameof(Journal.Add), "before the failure");
        throw new InvalidOperationException("failed in the critical section");
    }

    /// <summary>Continues as new, and so leaves its critical section.</summary>
    [Function(nameof(ContinuesFromLock))]
    public static async Task<string> ContinuesFromLock([OrchestrationTrigger] TaskOrchestrationContext context, string key)
    {
        var journal = Id(key.TrimEnd('!'));
        await context.Entities.LockEntitiesAsync(journal);
        await context.Entities.CallEntityAsync(journal, nameof(Journal.Add), key);
        if (!key.EndsWith("!!", StringComparison.Ordinal))
        {
            context.ContinueAsNew(key + "!");
        }

        return "left";
    }

    /// <summary>Moves a text between two journals, both locked.</summary>
    [Function(nameof(Moves))]
    public static async Task<string> Moves([OrchestrationTrigger] TaskOrchestrationContext context, string[] keys)
    {
        await using var locked = await context.Entities.LockEntitiesAsync(keys.Select(Id));
        foreach (var key in keys)
        {
            await context.Entities.CallEntityAsync(Id(key), nameof(Journal.Add), "moved");
        }

        return "moved";
    }

    /// <summary>What a critical section forbids: other entities, a second section, children that may want the same lock, signals.</summary>
    [Function(nameof(BreaksRules))]
    public static async Task<IReadOnlyList<string>> BreaksRules([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var mine = Id(context.InstanceId);
        await using var locked = await context.Entities.LockEntitiesAsync(mine);
        return
        [
            await TryAsync(() => context.Entities.CallEntityAsync(Id("another"), nameof(Journal.Add), "x")),
            await TryAsync(() => context.Entities.LockEntitiesAsync(Id("another"))),
            await TryAsync(() => context.Entities.SignalEntityAsync(mine, nameof(Journal.Add), "x")),
            await TryAsync(() => context.CallSubOrchestratorAsync(nameof(Children.EchoChild), "x")),
        ];
    }

    /// <summary>Signals a journal for four seconds later.</summary>
    [Function(nameof(SignalsLater))]
    public static async Task<string> SignalsLater([OrchestrationTrigger] TaskOrchestrationContext context, string key)
    {
        var due = new DateTimeOffset(context.CurrentUtcDateTime).AddSeconds(4);
        await context.Entities.SignalEntityAsync(
            Id(key), nameof(Journal.Add), "later", new SignalEntityOptions { SignalTime = due });
        await context.Entities.SignalEntityAsync(Id(key), nameof(Journal.Add), "now");
        return "signalled";
    }

    /// <summary>Measures what it had a journal filled with.</summary>
    [Function(nameof(Fills))]
    public static async Task<int> Fills([OrchestrationTrigger] TaskOrchestrationContext context, int length)
    {
        await context.Entities.CallEntityAsync(Id(context.InstanceId), nameof(Journal.Fill), length);
        return await context.Entities.CallEntityAsync<int>(Id(context.InstanceId), nameof(Journal.Measure));
    }

    private static EntityInstanceId Id(string key) => new(nameof(Journal), key);

    private static async Task<string> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return "allowed";
        }
        catch (InvalidOperationException refused)
        {
            return refused.Message;
        }
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using DurableTask.Core.History;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Entities;

namespace SemanticsApp.Outcomes;

/// <summary>What a scenario acts on, and where it notes what came of it.</summary>
/// <param name="client">The task hub's client.</param>
/// <param name="prefix">What the scenario's instance ids begin with.</param>
/// <param name="cancellationToken">Ends the waits.</param>
public sealed class Stage(DurableTaskClient client, string prefix, CancellationToken cancellationToken)
{
    private static readonly TimeSpan PollingInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    public DurableTaskClient Client => client;

    /// <summary>What the scenario's instance ids begin with.</summary>
    public string Prefix => prefix;

    /// <summary>All that was noted, in order.</summary>
    public JsonObject Outcome { get; } = [];

    /// <summary>The id of one of the scenario's instances.</summary>
    public string Id(string name = "1") => $"{prefix}~{name}";

    /// <summary>The journal of that name, this scenario's own.</summary>
    public EntityInstanceId Journal(string name = "1") => new(nameof(Entities.Journal), Id(name));

    /// <summary>Starts an orchestration.</summary>
    /// <returns>Its instance id.</returns>
    public Task<string> StartAsync(string orchestration, object? input = null, string name = "1") =>
        client.ScheduleNewOrchestrationInstanceAsync(orchestration, input, new StartOrchestrationOptions(Id(name)), cancellationToken);

    /// <summary>Starts an orchestration and waits until its custom status is a text.</summary>
    public async Task<string> StartUntilAsync(string status, string orchestration, object? input = null, string name = "1")
    {
        var id = await StartAsync(orchestration, input, name);
        await UntilStatusAsync(id, status);
        return id;
    }

    /// <summary>Starts an orchestration, waits for its end and notes it.</summary>
    public async Task RunAsync(string orchestration, object? input = null, string name = "1") =>
        await ShowEndAsync(name, await StartAsync(orchestration, input, name));

    public Task RaiseAsync(string id, string eventName, object? payload) =>
        client.RaiseEventAsync(id, eventName, payload, cancellationToken);

    /// <summary>Sends an event and waits until its instance has it, so that the next cannot overtake it.</summary>
    public async Task DeliverAsync(string id, string eventName, object? payload)
    {
        var had = (await client.GetOrchestrationHistoryAsync(id, cancellationToken)).OfType<EventRaisedEvent>().Count();
        await RaiseAsync(id, eventName, payload);
        await UntilHistoryAsync(id, history => history.OfType<EventRaisedEvent>().Count() > had);
    }

    /// <summary>Waits until an instance's history is as it should be.</summary>
    public async Task UntilHistoryAsync(string id, Func<IList<HistoryEvent>, bool> reached)
    {
        while (!reached(await client.GetOrchestrationHistoryAsync(id, cancellationToken)))
        {
            await Task.Delay(PollingInterval, cancellationToken);
        }
    }

    /// <summary>Waits until an instance is as it should be.</summary>
    /// <exception cref="TimeoutException">It did not get there in time.</exception>
    public async Task<OrchestrationMetadata> UntilAsync(string id, Func<OrchestrationMetadata, bool> reached)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            if (await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellationToken) is { } instance && reached(instance))
            {
                return instance;
            }

            await Task.Delay(PollingInterval, cancellationToken);
        }

        await ShowAsync("waited for in vain", id);
        throw new TimeoutException($"{id} did not get where it should.");
    }

    /// <summary>Waits until an instance's custom status is a text.</summary>
    public Task UntilStatusAsync(string id, string status)
    {
        var serialized = JsonSerializer.Serialize(status);
        return UntilAsync(id, instance => instance.SerializedCustomStatus == serialized);
    }

    public Task UntilAsync(string id, OrchestrationRuntimeStatus status) => UntilAsync(id, instance => instance.RuntimeStatus == status);

    /// <summary>Waits until an entity's journal has so many entries.</summary>
    public async Task UntilWrittenAsync(EntityInstanceId journal, int entries)
    {
        while (await client.Entities.GetEntityAsync<List<string>>(journal, includeState: true, cancellationToken) is not { } written
            || written.State.Count < entries)
        {
            await Task.Delay(PollingInterval, cancellationToken);
        }
    }

    /// <summary>Waits until a journal has no state.</summary>
    public async Task UntilGoneAsync(EntityInstanceId journal)
    {
        while (await client.Entities.GetEntityAsync(journal, cancellationToken) is not null)
        {
            await Task.Delay(PollingInterval, cancellationToken);
        }
    }

    /// <summary>Gives something that must not happen the time to happen.</summary>
    public Task HoldAsync(double seconds = 1) => Task.Delay(TimeSpan.FromSeconds(seconds), cancellationToken);

    /// <summary>Waits for an instance's end and notes it and its history.</summary>
    public async Task ShowEndAsync(string label, string id)
    {
        await UntilAsync(id, instance => instance.IsCompleted);
        await ShowAsync(label, id);
    }

    /// <summary>Notes an instance and its history as they are.</summary>
    public async Task ShowAsync(string label, string id)
    {
        var instance = await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellationToken);
        var shown = Description.Of(instance);
        if (shown is not null)
        {
            shown["history"] = Description.Of(await client.GetOrchestrationHistoryAsync(id, cancellationToken));
        }

        Outcome[label] = shown;
    }

    /// <summary>Waits until a journal is locked by nobody, and notes its state.</summary>
    public async Task ShowFreeJournalAsync(string label, EntityInstanceId journal)
    {
        while ((await client.Entities.GetEntityAsync(journal, cancellationToken))?.LockedBy is not null)
        {
            await Task.Delay(PollingInterval, cancellationToken);
        }

        await ShowJournalAsync(label, journal);
    }

    /// <summary>Notes a journal's state.</summary>
    public async Task ShowJournalAsync(string label, EntityInstanceId journal) =>
        Outcome[label] = Description.Of(await client.Entities.GetEntityAsync<List<string>>(journal, includeState: true, cancellationToken));

    /// <summary>Notes what a journal holds, where its order is nobody's promise.</summary>
    public async Task ShowSortedJournalAsync(string label, EntityInstanceId journal)
    {
        var entity = await client.Entities.GetEntityAsync<List<string>>(journal, includeState: true, cancellationToken);
        Note(label, entity?.State.Order(StringComparer.Ordinal));
    }

    /// <summary>Notes a value.</summary>
    public void Note(string label, object? value) => Outcome[label] = JsonSerializer.SerializeToNode(value);

    /// <summary>Does something and notes whether it was refused.</summary>
    public Task TryAsync(string label, Func<Task> act) => TryAsync(label, async () =>
    {
        await act();
        return "done";
    });

    /// <summary>Does something and notes what it gave, or how it was refused.</summary>
    public async Task TryAsync<T>(string label, Func<Task<T>> act)
    {
        try
        {
            Note(label, await act());
        }
        catch (RpcException refused)
        {
            Note(label, $"{refused.StatusCode}: {refused.Status.Detail}");
        }
        catch (Exception refused) when (refused is not OperationCanceledException)
        {
            Note(label, $"{refused.GetType().Name}: {refused.Message}");
        }
    }
}

using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;
using SemanticsApp.Orchestrations;

namespace SemanticsApp.Entities;

/// <summary>An entity that keeps the texts it is given, in order.</summary>
public sealed class Journal : TaskEntity<List<string>>
{
    [Function(nameof(Journal))]
    public static Task DispatchAsync([EntityTrigger] TaskEntityDispatcher dispatcher) => dispatcher.DispatchAsync<Journal>();

    public void Add(string text) => State.Add(text);

    public IReadOnlyList<string> Read() => State;

    /// <summary>Adds a text and fails: it must not be kept.</summary>
    public void AddAndFail(string text)
    {
        State.Add(text);
        throw new InvalidOperationException("the journal is full", new TimeoutException("inner"));
    }

    /// <summary>An entity whose state is null is deleted.</summary>
    public void Remove() => State = null!;

    /// <summary>Fills the state with a text of a length.</summary>
    public void Fill(int length) => State.Add(new string('x', length));

    public int Measure() => State.Sum(text => text.Length);

    /// <summary>Starts an orchestration.</summary>
    public string Start(string instanceId) =>
        Context.ScheduleNewOrchestration(nameof(Children.EchoChild), Context.Id.Key, new StartOrchestrationOptions(instanceId));

    /// <summary>Adds a text to another journal.</summary>
    public void Forward(string key) =>
        Context.SignalEntity(new EntityInstanceId(nameof(Journal), key), nameof(Add), "from " + Context.Id.Key);

    /// <summary>Signals another journal and fails: the signal must not be sent.</summary>
    public void ForwardAndFail(string key)
    {
        Forward(key);
        throw new InvalidOperationException("forwarded and failed");
    }

    /// <summary>Adds a text to itself some seconds later.</summary>
    public void AddLater(string text) => Context.SignalEntity(Context.Id, nameof(Add), text, DateTimeOffset.UtcNow.AddSeconds(12));

    /// <inheritdoc />
    protected override List<string> InitializeState(TaskEntityOperation entityOperation) => [];
}

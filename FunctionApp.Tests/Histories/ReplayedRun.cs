using Google.Protobuf;
using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker;
using Microsoft.DurableTask.Worker.Grpc;
using Microsoft.DurableTask.Worker.Shims;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using P = Microsoft.DurableTask.Protobuf;

namespace FuseDeskFlows.Tests.Histories;

/// <summary>
/// Runs today's code through a recorded history, episode by episode, with what the worker itself uses; each episode has to ask for the
/// steps that were recorded after it.
/// </summary>
internal sealed class ReplayedRun(RecordedHistory history, ITaskOrchestrator flow, DataConverter converter)
{
    private readonly IServiceProvider _services = new ServiceCollection()
        .AddSingleton(
            new DurableTaskShimFactory(
                new DurableTaskWorkerOptions { EnableEntitySupport = true, DataConverter = converter }, NullLoggerFactory.Instance))
        .BuildServiceProvider();

    private readonly WorkerEvents _events = new(history);
    private readonly List<P.HistoryEvent> _past = [];

    /// <summary>How the run ended; null if it waits.</summary>
    public P.CompleteOrchestrationAction? End { get; private set; }

    /// <summary>Where the code first did something else, in words; null if nowhere.</summary>
    public string? Departure { get; private set; }

    public void Run()
    {
        var events = history.Events.ToList();
        for (var from = 0; from < events.Count && Departure is null;)
        {
            var next = events.FindIndex(from + 1, e => e.Kind == HistoryEventKind.OrchestratorStarted);
            next = next < 0 ? events.Count : next;
            RunEpisode(events[from..next]);
            from = next;
        }
    }

    private void RunEpisode(List<HistoryEvent> episode)
    {
        var arrived = episode.Select(_events.Arrival).OfType<P.HistoryEvent>().ToList();
        var asked = Ask(arrived);
        End = asked.SingleOrDefault(action => action.CompleteOrchestration is not null)?.CompleteOrchestration;
        var steps = asked.Where(action => action.CompleteOrchestration is null).OrderBy(action => action.Id).ToList();
        Departure = Compare(episode.Where(e => e.IsStep).ToDictionary(e => e.Step!.Value), steps.ToDictionary(action => action.Id));
        _past.AddRange(arrived);
        _past.AddRange(steps.Select(step => _events.Made(step, arrived[0].Timestamp)));
        _past.Add(new() { EventId = -1, Timestamp = arrived[0].Timestamp, OrchestratorCompleted = new() });
    }

    private string? Compare(Dictionary<int, HistoryEvent> recorded, Dictionary<int, P.OrchestratorAction> asked)
    {
        foreach (var number in recorded.Keys.Union(asked.Keys).Order())
        {
            var before =
                recorded.TryGetValue(number, out var step) ? StepText.Of(step, history.Version)
                : history.Events.FirstOrDefault(e => e.IsStep && e.Step == number) is { } later
                    ? StepText.Of(later, history.Version) + ", later"
                : "nothing";
            var now = asked.TryGetValue(number, out var action) ? StepText.Of(action) : "nothing";
            if (!string.Equals(before, now, StringComparison.Ordinal))
            {
                var cause = End?.FailureDetails is { } failure ? $" The code had failed: {failure.ErrorType}: {failure.ErrorMessage}" : "";
                var at = history.Events.FirstOrDefault(e => e.IsStep && e.Step == number);
                var where = at is null ? $"after event {history.Events.Count}, the last" : $"at event {at.No}";
                return $"{history.Flow} leaves its history {where}. Step {number}: history has {before}, the code asked for {now}.{cause}";
            }
        }

        return null;
    }

    private RepeatedField<P.OrchestratorAction> Ask(List<P.HistoryEvent> arrived)
    {
        var request = new P.OrchestratorRequest
        {
            InstanceId = history.InstanceId,
            EntityParameters = new() { EntityMessageReorderWindow = Duration.FromTimeSpan(TimeSpan.FromMinutes(30)) },
            PastEvents = { _past },
            NewEvents = { arrived },
            Properties = { ["defaultVersion"] = Value.ForString(history.Version) },
        };
        var answer = GrpcOrchestrationRunner.LoadAndRun(Convert.ToBase64String(request.ToByteArray()), flow, _services);
        return P.OrchestratorResponse.Parser.ParseFrom(Convert.FromBase64String(answer)).Actions;
    }
}

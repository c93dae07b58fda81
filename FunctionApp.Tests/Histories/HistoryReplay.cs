using FuseDeskFlows.EmbeddedHost.Engine;
using FuseDeskFlows.EmbeddedHost.Engine.Runtime;
using FuseDeskFlows.EmbeddedHost.Engine.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;

namespace FuseDeskFlows.Tests.Histories;

/// <summary>Runs today's code through what a run did once, with the engine's own replay and nothing else: no store, no activities, no I/O.</summary>
internal static class HistoryReplay
{
    public const string Advice = """
        Runs that wait at this moment would go wrong when this is deployed. Either leave them the code that they began with
        (context.CompareVersionTo), raise defaultVersion in host.json and record the new version's histories beside the old ones; or,
        where no run is harmed (infra/azure/README.md, Versioning, tells when), record them anew:
        FUSEDESKFLOWS_RECORD_HISTORIES=1 dotnet run --project FunctionApp.Tests -- -class FuseDeskFlows.Tests.Histories.RecordingTests
        """;

    /// <summary>What today's code does otherwise than the history; empty if nothing.</summary>
    public static IReadOnlyList<string> Problems(RecordedHistory history, IDurableFunctions flows, DataConverter converter)
    {
        var checking = new CheckingConverter(converter);
        var execution = Replay(history, flows, checking);
        string[] problems = [.. new[] { Departure(history, execution) ?? Ending(history, execution, converter) }.OfType<string>(), .. checking.Losses.Distinct()];
        return [.. problems.Select(problem => $"{history.FileName()}: {problem}")];
    }

    private static OrchestratorExecution Replay(RecordedHistory history, IDurableFunctions flows, DataConverter converter)
    {
        var started = history.Events.First(e => e.Kind == HistoryKind.ExecutionStarted);
        var row = new InstanceRow(history.InstanceId, history.Flow, "replay", OrchestrationRuntimeStatus.Running, started.At, started.At)
        {
            Version = history.Version,
            Input = started.Data?.GetRawText(),
        };
        var execution = new OrchestratorExecution(row, flows, converter, NullLoggerFactory.Instance, wake: () => { }) { DefaultVersion = history.Version };
        execution.Replay(history.Records());
        execution.CheckWaiting();
        return execution;
    }

    private static string? Departure(RecordedHistory history, OrchestratorExecution execution)
    {
        if (execution.Fault is not NonDeterministicOrchestrationException departure)
        {
            return execution.Fault is { } fault ? $"{history.Flow} cannot be replayed: {fault.Message}" : null;
        }

        var at = history.Events.FirstOrDefault(e => e.Step == departure.Step && e.ToRecord().IsStep());
        var where = at is null ? $"after event {history.Events.Count}, the last" : $"at event {at.No}";
        var cause = departure.InnerException is { } failure ? $" The code had failed: {failure.GetType()}: {failure.Message}" : "";
        return $"{history.Flow} leaves its history {where}. {departure.Message}{cause}";
    }

    private static string? Ending(RecordedHistory history, OrchestratorExecution execution, DataConverter converter)
    {
        var last = history.Events[^1];
        if (last.Kind is not (HistoryKind.ExecutionCompleted or HistoryKind.ExecutionFailed))
        {
            return execution.IsFinished ? $"{history.Flow} ends where history waits, after event {last.No}." : null;
        }

        if (!execution.IsFinished)
        {
            return $"{history.Flow} still waits where history ends, at event {last.No}.";
        }

        var (output, failure) = End(execution);
        return (last.Failure, failure) switch
        {
            (null, null) => JsonLoss.Find(last.Data?.GetRawText(), converter.Serialize(output)) is { } loss ? $"{history.Flow} ends with another result than event {last.No}: {loss}." : null,
            (null, { } now) => $"{history.Flow} fails where history has a result, at event {last.No}: {now.GetType()}: {now.Message}",
            ({ } before, null) => $"{history.Flow} ends with a result where history failed, at event {last.No}: {before.Type}: {before.Message}",
            ({ } before, { } now) => HistoryFailure.Of(TaskFailureDetails.FromException(now))! is var failed && (failed.Type, failed.Message) == (before.Type, before.Message)
                ? null
                : $"{history.Flow} fails otherwise than event {last.No}: '{before.Type}: {before.Message}' was recorded, now it is '{failed.Type}: {failed.Message}'",
        };
    }

    private static (object? Output, Exception? Failure) End(OrchestratorExecution execution)
    {
        try
        {
#pragma warning disable VSTHRD002 // it has ended; this reads the result
            return (execution.End.GetAwaiter().GetResult(), null);
#pragma warning restore VSTHRD002
        }
        catch (Exception e)
        {
            return (null, e);
        }
    }
}

using Microsoft.DurableTask;
using P = Microsoft.DurableTask.Protobuf;

namespace FuseDeskFlows.Tests.Histories;

/// <summary>
/// Runs today's code through what a run did once, with Microsoft's worker and nothing else: no store, no activities, no I/O.
/// </summary>
internal static class HistoryReplay
{
    public const string Advice = """
        Runs that wait at this moment would go wrong when this is deployed. Either leave them the code that they began with
        (context.CompareVersionTo), raise defaultVersion in host.json and record the new version's histories beside the old ones; or,
        where no run is harmed (infra/azure/README.md, Versioning, tells when), record them anew:
        FUSEDESKFLOWS_RECORD_HISTORIES=1 dotnet run --project FunctionApp.Tests -- -class "*.RecordingTests"
        """;

    /// <summary>What today's code does otherwise than the history; empty if nothing.</summary>
    public static IReadOnlyList<string> Problems(RecordedHistory history, ITaskOrchestrator flow, DataConverter converter)
    {
        var checking = new CheckingConverter(converter);
        var run = new ReplayedRun(history, flow, checking);
        run.Run();
        string[] problems = [.. new[] { run.Departure ?? Ending(history, run.End) }.OfType<string>(), .. checking.Losses.Distinct()];
        return [.. problems.Select(problem => $"{history.FileName()}: {problem}")];
    }

    private static string? Ending(RecordedHistory history, P.CompleteOrchestrationAction? end)
    {
        var last = history.Events[^1];
        return (last.IsEnd, end) switch
        {
            (false, null) => null,
            (false, _) => $"{history.Flow} ends where history waits, after event {last.No}.",
            (true, null) => $"{history.Flow} still waits where history ends, at event {last.No}.",
            _ => Result(history.Flow, last, end),
        };
    }

    private static string? Result(string flow, HistoryEvent last, P.CompleteOrchestrationAction end)
    {
        var now = end.FailureDetails;
        return (last.Failure, now) switch
        {
            (null, null) => JsonLoss.Find(last.Data?.GetRawText(), end.Result) is { } loss
                ? $"{flow} ends with another result than event {last.No}: {loss}."
                : null,
            (null, _) => $"{flow} fails where history has a result, at event {last.No}: {now.ErrorType}: {now.ErrorMessage}",
            ({ } before, null) => $"{flow} ends with a result where history failed, at event {last.No}: {before.Type}: {before.Message}",
            ({ } before, _) => (now.ErrorType, now.ErrorMessage) == (before.Type, before.Message)
                ? null
                : $"{flow} fails otherwise than event {last.No}: '{before.Type}: {before.Message}' was recorded, "
                    + $"now it is '{now.ErrorType}: {now.ErrorMessage}'",
        };
    }
}

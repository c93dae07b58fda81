using System.Globalization;
using System.Text.Json.Nodes;
using FuseDeskFlows.EmbeddedHost.Engine;
using FuseDeskFlows.EmbeddedHost.Hosting;

namespace FuseDeskFlows.EmbeddedHost.Management;

/// <summary>An instance's history in the extension's form: what was scheduled is told with what came of it.</summary>
internal static class HistoryPayload
{
    /// <summary>The history.</summary>
    public static JsonArray Of(IReadOnlyList<HistoryRecord> records, bool showInput, bool showOutput)
    {
        var scheduled = records
            .Where(r => r.TaskId is not null && r.Kind is HistoryKind.TaskScheduled or HistoryKind.SubOrchestrationInstanceCreated)
            .GroupBy(r => r.TaskId!.Value)
            .ToDictionary(g => g.Key, g => g.Last());
        var answered = records.Where(IsAnswer).Select(r => r.TaskId).ToHashSet();
        var events = new JsonArray();
        foreach (var record in records)
        {
            if (record.Kind is HistoryKind.OrchestratorStarted)
            {
                continue;
            }

            if (record.Kind is HistoryKind.TaskScheduled or HistoryKind.SubOrchestrationInstanceCreated && answered.Contains(record.TaskId))
            {
                continue;
            }

            events.Add((JsonNode)Event(record, scheduled, showInput, showOutput));
        }

        return events;
    }

    private static JsonObject Event(HistoryRecord record, Dictionary<int, HistoryRecord> scheduled, bool showInput, bool showOutput)
    {
        var item = new JsonObject { ["EventType"] = TypeOf(record.Kind), ["Timestamp"] = Time(record.Timestamp) };
        if (IsAnswer(record) && record.TaskId is { } task && scheduled.TryGetValue(task, out var cause))
        {
            item["ScheduledTime"] = Time(cause.Timestamp);
            item["FunctionName"] = cause.Name;
            if (showInput)
            {
                item["Input"] = cause.Data;
            }
        }

        switch (record.Kind)
        {
            case HistoryKind.TaskCompleted or HistoryKind.SubOrchestrationInstanceCompleted when showOutput:
                item["Result"] = JsonText.Parse(record.Data);
                break;
            case HistoryKind.TaskFailed or HistoryKind.SubOrchestrationInstanceFailed:
                item["Reason"] = record.Failure?.ErrorMessage;
                item["Details"] = record.Failure?.StackTrace;
                break;
            case HistoryKind.ExecutionStarted:
                item["FunctionName"] = record.Name;
                if (showInput)
                {
                    item["Input"] = record.Data;
                }

                break;
            case HistoryKind.ExecutionCompleted or HistoryKind.ExecutionFailed or HistoryKind.ExecutionTerminated or HistoryKind.ContinueAsNew:
                item["OrchestrationStatus"] = record.Kind switch
                {
                    HistoryKind.ExecutionCompleted => "Completed",
                    HistoryKind.ExecutionFailed => "Failed",
                    HistoryKind.ExecutionTerminated => "Terminated",
                    _ => "ContinuedAsNew",
                };
                if (showOutput)
                {
                    item["Result"] = record.Failure is { } failure ? JsonValue.Create(failure.ErrorMessage) : JsonText.Parse(record.Data);
                }

                break;
            case HistoryKind.TimerCreated or HistoryKind.TimerFired:
                if (record.FireAt is { } due)
                {
                    item["FireAt"] = Time(due);
                }

                break;
            case HistoryKind.TaskScheduled or HistoryKind.SubOrchestrationInstanceCreated or HistoryKind.EventRaised or HistoryKind.EventSent:
                item["Name"] = record.Name;
                if (showInput)
                {
                    item["Input"] = record.Data;
                }

                break;
        }

        return item;
    }

    // In the extension's history, every end of an instance is an ExecutionCompleted with a status.
    private static string TypeOf(HistoryKind kind) => kind switch
    {
        HistoryKind.ExecutionFailed => nameof(HistoryKind.ExecutionCompleted),
        _ => kind.ToString(),
    };

    private static bool IsAnswer(HistoryRecord record) => record.Kind
        is HistoryKind.TaskCompleted or HistoryKind.TaskFailed
        or HistoryKind.SubOrchestrationInstanceCompleted or HistoryKind.SubOrchestrationInstanceFailed;

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}

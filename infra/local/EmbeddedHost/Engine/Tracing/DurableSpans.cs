using System.Diagnostics;
using System.Globalization;
using FuseDeskFlows.EmbeddedHost.Engine.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.EmbeddedHost.Engine.Tracing;

/// <summary>
/// The spans that Durable Functions makes, by its names, kinds and attributes. Unlike there, none tells an exception's message: it may quote
/// a customer. Nothing is made, and no run is given a place in a trace, unless somebody listens.
/// </summary>
internal static class DurableSpans
{
    /// <summary>The source of what clients do.</summary>
    public const string ClientSource = "Microsoft.DurableTask";

    /// <summary>The source of what the host does.</summary>
    public const string HostSource = "DurableTask.Core";

    private static readonly ActivitySource Client = new(ClientSource);
    private static readonly ActivitySource Host = new(HostSource);

    /// <summary>Whether anybody listens.</summary>
    public static bool AreWanted => Host.HasListeners();

    /// <summary>A client starts an orchestration.</summary>
    public static Activity? Creating(InstanceRow row) => !Client.HasListeners() ? null : Client.StartActivity(
        Named("create_orchestration", row.Name, row.Version), ActivityKind.Producer, default(ActivityContext), OfRun(row));

    /// <summary>An entity starts an orchestration.</summary>
    public static Activity? Creating(InstanceRow row, EntityInstanceId entity) => !AreWanted ? null : Host.StartActivity(
        $"{entity.Name}:create_orchestration",
        ActivityKind.Producer,
        default(ActivityContext),
        [Tag("type", "entity"), Tag("event.target_instance_id", row.Id), Tag("task.instance_id", entity.ToString())]);

    /// <summary>A client raises an event.</summary>
    public static Activity? Raising(string instanceId, string eventName) => !Client.HasListeners() ? null : Client.StartActivity(
        $"orchestration_event:{eventName}",
        ActivityKind.Producer,
        default(ActivityContext),
        [Tag("type", "event"), Tag("task.name", eventName), Tag("event.target_instance_id", instanceId)]);

    /// <summary>An activity runs.</summary>
    public static Activity? Running(ActivityWork work) => work.Trace is not { } trace ? null : Host.StartActivity(
        Named("activity", work.Name, work.Version),
        ActivityKind.Server,
        trace.Own.Context(),
        [Tag("type", "activity"), Tag("task.name", work.Name), Tag("task.instance_id", work.InstanceId), Tag("task.task_id", work.TaskId)]);

    /// <summary>An entity works on an operation.</summary>
    public static Activity? Working(EntityInstanceId entity, Message operation)
    {
        if (!AreWanted)
        {
            return null;
        }

        var signal = operation.Sender is null;
        return Host.StartActivity(
            $"entity:{entity.Name}:{operation.Name}",
            signal ? ActivityKind.Consumer : ActivityKind.Server,
            operation.Trace?.Context() ?? default,
            [Tag("type", "entity"), Tag("task.operation", signal ? "signal_entity" : "call_entity"), Tag("task.instance_id", entity.ToString())]);
    }

    /// <summary>Lets what a step logs name the run's span. The step itself makes none, since it may be a replay.</summary>
    public static Activity? Entering(InstanceRow row)
    {
        if (row.Trace is not { } trace || !AreWanted)
        {
            return null;
        }

        var creator = trace.Creator.Context();
        var step = new Activity("step").SetParentId(creator.TraceId, creator.SpanId, creator.TraceFlags).Start();
        SpanIds.Set(step, trace.SpanId);
        return step;
    }

    /// <summary>Writes down that a timer has fired.</summary>
    public static void Fired(InstanceRow row, HistoryRecord created, HistoryRecord fired)
    {
        if (row.Trace is not { } trace)
        {
            return;
        }

        using var span = Host.StartActivity(
            $"orchestration:{row.Name}:timer",
            ActivityKind.Internal,
            trace.Own.Context(),
            [
                Tag("type", "timer"), Tag("task.name", row.Name), Tag("task.instance_id", row.Id), Tag("task.task_id", fired.TaskId),
                Tag("fire_at", created.FireAt?.UtcDateTime.ToString("o", CultureInfo.InvariantCulture)),
            ],
            startTime: created.Timestamp);
        span?.SetEndTime(fired.Timestamp.UtcDateTime);
    }

    /// <summary>Writes down that an orchestration has ended.</summary>
    public static void Ended(InstanceRow row, DateTimeOffset startedAt)
    {
        if (row.Trace is not { } trace)
        {
            return;
        }

        using var span = Host.StartActivity(
            Named("orchestration", row.Name, row.Version), ActivityKind.Server, trace.Creator.Context(), OfRun(row), startTime: startedAt);
        if (span is null)
        {
            return;
        }

        SpanIds.Set(span, trace.SpanId);
        span.SetTag("durabletask.task.status", row.Status.ToString());
        if (row.Status == OrchestrationRuntimeStatus.Failed)
        {
            Fail(span, row.Failure);
        }

        span.SetEndTime(row.UpdatedAt.UtcDateTime);
    }

    /// <summary>Marks a span as failed; only the kind of failure is told.</summary>
    public static void Fail(Activity? span, Exception error)
    {
        span?.SetStatus(ActivityStatusCode.Error);
        span?.SetTag("error.type", error.GetType().FullName);
    }

    private static void Fail(Activity span, TaskFailureDetails? failure)
    {
        span.SetStatus(ActivityStatusCode.Error);
        span.SetTag("error.type", failure?.ErrorType);
    }

    private static string Named(string what, string name, string version) =>
        version.Length == 0 ? $"{what}:{name}" : $"{what}:{name}@({version})";

    private static IEnumerable<KeyValuePair<string, object?>> OfRun(InstanceRow row)
    {
        yield return Tag("type", "orchestration");
        yield return Tag("task.name", row.Name);
        yield return Tag("task.instance_id", row.Id);
        yield return Tag("task.execution_id", row.ExecutionId);
        if (row.Version.Length > 0)
        {
            yield return Tag("task.version", row.Version);
        }
    }

    private static KeyValuePair<string, object?> Tag(string name, object? value) => new("durabletask." + name, value);
}

using System.Text.Json;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Runs;
using FuseDeskFlows.Reports.Writes;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.Runs;

/// <summary>Turns what the durable store tells of an instance into what a person sees of a run.</summary>
internal static class RunMapper
{
    /// <summary>The statuses by the names that people use.</summary>
    public static IReadOnlyDictionary<string, OrchestrationRuntimeStatus> StatusNames { get; } =
        new Dictionary<string, OrchestrationRuntimeStatus>(StringComparer.OrdinalIgnoreCase)
        {
            ["pending"] = OrchestrationRuntimeStatus.Pending,
            ["running"] = OrchestrationRuntimeStatus.Running,
            ["suspended"] = OrchestrationRuntimeStatus.Suspended,
            ["completed"] = OrchestrationRuntimeStatus.Completed,
            ["failed"] = OrchestrationRuntimeStatus.Failed,
            ["terminated"] = OrchestrationRuntimeStatus.Terminated,
        };

    /// <summary>Shows a run with everything known of it; the instance was read with its output.</summary>
    public static RunDetail ToDetail(OrchestrationMetadata instance) =>
        new(ToListItem(instance)) { Report = ReportOf(instance), Error = ErrorOf(instance) };

    /// <summary>Shows a run without its report.</summary>
    public static RunListItem ToListItem(OrchestrationMetadata instance)
    {
        var status = StatusOf(instance);
        return new()
        {
            Id = instance.InstanceId,
            Name = instance.Name,
            Status = StatusName(instance.RuntimeStatus),
            CreatedAt = instance.CreatedAt,
            UpdatedAt = instance.LastUpdatedAt,
            Progress = status is null ? null : new() { Phase = status.Phase, Done = status.Done, Total = status.Total },
            Waiting = instance.IsCompleted ? null : status?.Waiting,
        };
    }

    /// <summary>How far the approval of a write is; null for a run that writes nothing, or has not come to it.</summary>
    public static ApprovalStatus? ApprovalOf(OrchestrationMetadata instance) => StatusOf(instance)?.Approval;

    private static string StatusName(OrchestrationRuntimeStatus status) =>
        StatusNames.FirstOrDefault(known => known.Value == status).Key ?? "running";

    // Other flows may set statuses of their own: what does not fit is not shown.
    private static RunStatus? StatusOf(OrchestrationMetadata instance)
    {
        try
        {
            return instance.SerializedCustomStatus is { } json ? JsonSerializer.Deserialize<RunStatus>(json) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement? ReportOf(OrchestrationMetadata instance) =>
        instance.RuntimeStatus == OrchestrationRuntimeStatus.Completed && instance.SerializedOutput is { } json
            ? JsonElement.Parse(json)
            : null;

    private static RunError? ErrorOf(OrchestrationMetadata instance) => instance.RuntimeStatus switch
    {
        OrchestrationRuntimeStatus.Failed => new()
        {
            Type = "run-failed",
            Detail = FailureText.Of(instance).Message ?? "The run failed; its history tells more.",
        },
        OrchestrationRuntimeStatus.Terminated => new()
        {
            Type = "run-terminated",
            Detail = "Somebody terminated the run before it could report.",
        },
        _ => null,
    };
}

using System.Globalization;
using System.Text.Json.Nodes;
using FuseDeskFlows.EmbeddedHost.Hosting;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.EmbeddedHost.Management;

/// <summary>An instance's status in the extension's form.</summary>
internal static class StatusPayload
{
    /// <summary>The status.</summary>
    public static JsonObject Of(OrchestrationMetadata instance, bool showInput, JsonArray? history = null)
    {
        var status = new JsonObject
        {
            ["name"] = instance.Name,
            ["instanceId"] = instance.InstanceId,
            ["runtimeStatus"] = instance.RuntimeStatus.ToString(),
            ["input"] = showInput ? JsonText.Parse(instance.SerializedInput) : null,
            ["customStatus"] = JsonText.Parse(instance.SerializedCustomStatus),
            ["output"] = Output(instance),
            ["createdTime"] = Time(instance.CreatedAt),
            ["lastUpdatedTime"] = Time(instance.LastUpdatedAt),
        };
        if (history is not null)
        {
            status["historyEvents"] = history;
        }

        return status;
    }

    /// <summary>What came out: the result, or what went wrong.</summary>
    public static JsonNode? Output(OrchestrationMetadata instance) =>
        instance.RuntimeStatus == OrchestrationRuntimeStatus.Failed && instance.FailureDetails is { } failure
            ? JsonValue.Create($"{failure.ErrorType}: {failure.ErrorMessage}")
            : JsonText.Parse(instance.SerializedOutput);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("s", CultureInfo.InvariantCulture) + "Z";
}

using System.Text.Json;

namespace FuseDeskFlows.Tests.EndToEnd;

/// <summary>What the app's answers tell of a run's state.</summary>
internal static class RunState
{
    public static bool HasEnded(JsonElement run) => run.GetProperty("status").GetString() is "completed" or "failed" or "terminated";

    public static bool IsWaiting(JsonElement run) => run.GetProperty("waiting").ValueKind == JsonValueKind.Object;

    /// <summary>Until when the run waits; null if it does not.</summary>
    public static DateTimeOffset? Until(JsonElement run) =>
        IsWaiting(run) ? run.GetProperty("waiting").GetProperty("until").GetDateTimeOffset() : null;
}

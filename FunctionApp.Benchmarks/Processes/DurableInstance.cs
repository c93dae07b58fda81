using System.Text.Json;

namespace FuseDeskFlows.Benchmarks.Processes;

/// <summary>An instance, as the management API tells it.</summary>
/// <param name="Name">Of which orchestration.</param>
/// <param name="RuntimeStatus">Its status.</param>
/// <param name="CustomStatus">What the run says of itself.</param>
/// <param name="Output">What it gave, or why it failed.</param>
internal sealed record DurableInstance(string Name, string RuntimeStatus, JsonElement CustomStatus, JsonElement Output)
{
    /// <summary>Whether it gave a result.</summary>
    public bool Succeeded => RuntimeStatus is "Completed";

    /// <summary>Whether nothing more comes of it.</summary>
    public bool HasEnded => RuntimeStatus is "Completed" or "Failed" or "Terminated" or "Canceled";
}

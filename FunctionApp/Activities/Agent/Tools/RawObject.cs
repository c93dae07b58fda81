using System.Text.Json;

namespace FuseDeskFlows.Activities.Agent.Tools;

/// <summary>Something of a resource that the app knows nothing of.</summary>
/// <param name="Value">As it came.</param>
internal sealed record RawObject(JsonElement Value);

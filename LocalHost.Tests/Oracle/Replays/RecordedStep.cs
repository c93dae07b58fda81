using System.Text.Json;

namespace LocalHost.Tests.Oracle.Replays;

/// <summary>One thing that the real host was asked, or made to do, and what came of it.</summary>
/// <param name="Index">Its place in the recording, from 0.</param>
/// <param name="Name">What it is about.</param>
/// <param name="Content">All that was recorded of it.</param>
public sealed record RecordedStep(int Index, string Name, JsonElement Content)
{
    /// <summary>Null where the step is an observation over time.</summary>
    public JsonElement? Request => Content.TryGetProperty("request", out var request) ? request : null;

    /// <summary>The answer to the request.</summary>
    public JsonElement Response => Content.GetProperty("response");

    /// <summary>What there was to see, where the step is an observation.</summary>
    public JsonElement Seen => JsonSerializer.SerializeToElement(Content.EnumerateObject()
        .Where(property => property.Name is not "name").ToDictionary(property => property.Name, property => property.Value));

    /// <summary>The requested path with its query, as recorded; empty for an observation.</summary>
    public string Path => Request?.GetProperty("path").GetString() ?? "";
}

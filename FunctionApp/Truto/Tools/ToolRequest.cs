using System.Text.Json.Serialization;
using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Truto.Tools;

/// <summary>The input of a tool's activity.</summary>
/// <typeparam name="T">What the tool takes.</typeparam>
public sealed record ToolRequest<T>
{
    /// <summary>What to ask for.</summary>
    [JsonPropertyName("arguments")]
    public required T Arguments { get; init; }

    /// <summary>On whose behalf.</summary>
    [JsonPropertyName("caller")]
    public CallContext Caller { get; init; } = new();

    /// <summary>Asks on nobody's behalf.</summary>
    /// <param name="arguments">What to ask for.</param>
    public static implicit operator ToolRequest<T>(T arguments) => new() { Arguments = arguments };
}

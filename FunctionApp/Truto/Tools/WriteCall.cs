using System.Text.Json.Serialization;

namespace FuseDeskFlows.Truto.Tools;

/// <summary>One write as it is sent.</summary>
public sealed record WriteCall
{
    /// <summary>The tool's name, by which its calls are counted.</summary>
    [JsonPropertyName("tool")]
    public required string Tool { get; init; }

    /// <summary>Truto's proxy resource.</summary>
    [JsonPropertyName("resource")]
    public required string Resource { get; init; }

    /// <summary>Truto's method name: create, update, delete or one of the account's own.</summary>
    [JsonPropertyName("method")]
    public required string Method { get; init; }

    /// <summary>The object to change; null for a new one.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    /// <summary>The arguments as they were approved, a JSON object with the account's own names.</summary>
    [JsonPropertyName("arguments")]
    public required string Arguments { get; init; }

    /// <summary>The same for every attempt at one write.</summary>
    [JsonPropertyName("idempotencyKey")]
    public required string IdempotencyKey { get; init; }

    /// <summary>Whether an earlier attempt may have been carried out, so that a conflict may be with that.</summary>
    [JsonPropertyName("isRepeated")]
    public bool IsRepeated { get; init; }
}

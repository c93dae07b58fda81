using System.Text.Json.Serialization;

namespace FuseDeskFlows.Truto.Tools;

/// <summary>Why a call was refused, in words for the person who must act. It never quotes what customers wrote.</summary>
public sealed record ToolError
{
    /// <summary>What kind of refusal it is.</summary>
    [JsonPropertyName("kind")]
    public required ToolErrorKind Kind { get; init; }

    /// <summary>The tool that was called, by Truto's name.</summary>
    [JsonPropertyName("tool")]
    public required string Tool { get; init; }

    /// <summary>What happened and what to do about it.</summary>
    [JsonPropertyName("message")]
    public required string Message { get; init; }

    /// <summary>How long a fault that may pass asks to be left alone; null if it does not say.</summary>
    [JsonPropertyName("retryAfter")]
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The HTTP status.</summary>
    [JsonPropertyName("status")]
    public int? Status { get; init; }

    /// <summary>FuseDesk's error code, such as <c>api_error_noscope</c>.</summary>
    [JsonPropertyName("code")]
    public string? Code { get; init; }

    /// <summary>The scopes that the key lacks, as far as Truto names them.</summary>
    [JsonPropertyName("missingScopes")]
    public IReadOnlyList<string> MissingScopes { get; init; } = [];
}

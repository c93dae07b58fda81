using System.Text.Json.Serialization;

namespace FuseDeskFlows.Activities.Audit;

/// <summary>What became of one attempt to post a report.</summary>
public sealed record WebhookPostResult
{
    /// <summary>It arrived.</summary>
    public static WebhookPostResult Delivered { get; } = new() { State = WebhookPostStatus.Delivered };

    /// <summary>Whether it arrived.</summary>
    [JsonPropertyName("state")]
    public WebhookPostStatus State { get; init; }

    /// <summary>When to try again, where the webhook says so.</summary>
    [JsonPropertyName("retryAt")]
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>What happened, for a person; null if it arrived.</summary>
    [JsonPropertyName("detail")]
    public string? Detail { get; init; }

    /// <summary>It did not arrive, and may do so later.</summary>
    /// <param name="detail">What happened.</param>
    /// <param name="retryAt">When the webhook wants to be asked again.</param>
    public static WebhookPostResult Later(string detail, DateTimeOffset? retryAt = null) =>
        new() { State = WebhookPostStatus.Later, Detail = detail, RetryAt = retryAt };

    /// <summary>It will not be taken.</summary>
    public static WebhookPostResult Refused(string detail) => new() { State = WebhookPostStatus.Refused, Detail = detail };

    /// <summary>Nothing tells whether it arrived.</summary>
    public static WebhookPostResult Unknown(string detail) => new() { State = WebhookPostStatus.Unknown, Detail = detail };
}

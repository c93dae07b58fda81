namespace FuseDeskFlows.Activities.Audit;

/// <summary>What became of one attempt to post a report.</summary>
public sealed record PostOutcome
{
    /// <summary>It arrived.</summary>
    public static PostOutcome Delivered { get; } = new() { State = PostState.Delivered };

    /// <summary>Whether it arrived.</summary>
    public PostState State { get; init; }

    /// <summary>When to try again, where the webhook says so.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>What happened, for a person; null if it arrived.</summary>
    public string? Detail { get; init; }

    /// <summary>It did not arrive, and may do so later.</summary>
    /// <param name="detail">What happened.</param>
    /// <param name="retryAt">When the webhook wants to be asked again.</param>
    /// <returns>The outcome.</returns>
    public static PostOutcome Later(string detail, DateTimeOffset? retryAt = null) => new() { State = PostState.Later, Detail = detail, RetryAt = retryAt };

    /// <summary>It will not be taken.</summary>
    /// <param name="detail">What happened.</param>
    /// <returns>The outcome.</returns>
    public static PostOutcome Refused(string detail) => new() { State = PostState.Refused, Detail = detail };

    /// <summary>Nothing tells whether it arrived.</summary>
    /// <param name="detail">What happened.</param>
    /// <returns>The outcome.</returns>
    public static PostOutcome Unknown(string detail) => new() { State = PostState.Unknown, Detail = detail };
}

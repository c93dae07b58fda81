namespace FuseDeskFlows.Activities.Audit;

/// <summary>What became of a report that was posted.</summary>
public enum WebhookPostStatus
{
    /// <summary>Nothing tells whether it arrived.</summary>
    Unknown = 0,

    /// <summary>It arrived.</summary>
    Delivered,

    /// <summary>It did not arrive, and may do so later.</summary>
    Later,

    /// <summary>It was not taken, and will not be.</summary>
    Refused,
}

namespace FuseDeskFlows.Activities.Audit;

/// <summary>One attempt to post a report.</summary>
public sealed record PostAuditInput
{
    /// <summary>The run that delivers.</summary>
    public required string DeliveryId { get; init; }

    /// <summary>The attempt's number, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>The JSON to post.</summary>
    public required string Body { get; init; }
}

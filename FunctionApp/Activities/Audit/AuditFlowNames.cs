namespace FuseDeskFlows.Activities.Audit;

/// <summary>The stored names of the flows that activities start: activities do not know orchestrations.</summary>
internal static class AuditFlowNames
{
    public const string Delivery = "AuditDelivery";

    /// <summary>Marks an attempt to deliver it.</summary>
    public const string AttemptMarker = "DeliveryAttemptMarker";
}

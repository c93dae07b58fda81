namespace FuseDeskFlows.RateLimiting;

/// <summary>Until when calls without a slot must ask the ledger, by owner. Batch calls yield to everyone who waited, interactive ones only to each other.</summary>
internal sealed class QuotaQueues
{
    private readonly Dictionary<(RateLimitScope Owner, bool Batch), DateTimeOffset> _until = [];

    /// <summary>Learns from a call with a slot that a queue is being served.</summary>
    /// <param name="slot">Its slot.</param>
    /// <param name="batch">Whether a batch run makes it.</param>
    public void Serve(Lease slot, bool batch)
    {
        if (slot.QueueUntil > _until.GetValueOrDefault((slot.Owner, batch)))
        {
            _until[(slot.Owner, batch)] = slot.QueueUntil;
        }
    }

    /// <summary>Tells whether a call without a slot has to ask the ledger.</summary>
    /// <param name="owner">Whose quota it needs.</param>
    /// <param name="batch">Whether a batch run makes it.</param>
    /// <param name="now">The moment.</param>
    /// <returns>True if somebody who waited comes first.</returns>
    public bool MustAsk(RateLimitScope owner, bool batch, DateTimeOffset now) =>
        _until.GetValueOrDefault((owner, false)) > now || (batch && _until.GetValueOrDefault((owner, true)) > now);
}

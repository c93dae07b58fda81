namespace FuseDeskFlows.Entities.RateLimiting;

/// <summary>What the settings say about one asking run.</summary>
/// <param name="Headroom">Which part of a window batch runs leave.</param>
/// <param name="MaxWait">How long a run may wait in all.</param>
internal sealed record QuotaTerms(double Headroom, TimeSpan MaxWait);

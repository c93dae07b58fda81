using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Reports.Pages.Today;

/// <summary>A case in which a customer waits for the team.</summary>
/// <param name="Id">The case.</param>
/// <param name="Subject">Its subject; null if it has none.</param>
/// <param name="Since">Since when the customer waits; null if nothing tells.</param>
/// <param name="Detail">Whose case it is, or what to do next; null if nothing tells.</param>
/// <param name="AsOf">When the case was read.</param>
/// <param name="RunId">The run that read it.</param>
public sealed record WaitingCase(CaseId Id, string? Subject, DateTimeOffset? Since, string? Detail, DateTimeOffset AsOf, string RunId)
{
    /// <summary>How long the customer waits.</summary>
    /// <param name="now">The present moment.</param>
    /// <returns>Minutes; null if nothing tells.</returns>
    public int? MinutesAt(DateTimeOffset now) => Since is { } since ? Math.Max(0, (int)(now - since).TotalMinutes) : null;
}

using FuseDeskFlows.TrutoSandbox.Data.Model;

namespace FuseDeskFlows.TrutoSandbox.Data;

/// <summary>One step of a conversation before its words are written.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="At">When.</param>
/// <param name="RepId">Who of the team does it; null for the customer.</param>
internal sealed record Beat(HistoryKind Kind, DateTimeOffset At, int? RepId)
{
    /// <summary>The customer speaks.</summary>
    public bool FromCustomer => Kind is HistoryKind.EmailIn or HistoryKind.Chat;
}

using FuseDeskFlows.Reports.Audit;

namespace FuseDeskFlows.Reports.Pages.Today;

/// <summary>A chat in which a customer waits, as an audit found it.</summary>
/// <param name="Chat">The chat.</param>
/// <param name="Minutes">How long the customer waits by now; null if nothing tells.</param>
/// <param name="RunId">The audit's run.</param>
public sealed record WaitingChat(EscalatedChat Chat, int? Minutes, string RunId);

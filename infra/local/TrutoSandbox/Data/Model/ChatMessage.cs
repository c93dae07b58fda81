namespace FuseDeskFlows.TrutoSandbox.Data.Model;

/// <summary>One message of a chat.</summary>
/// <param name="At">When.</param>
/// <param name="RepId">User id of the rep; null for the client.</param>
/// <param name="Sender">Name.</param>
/// <param name="Text">Text.</param>
internal sealed record ChatMessage(DateTimeOffset At, int? RepId, string Sender, string Text);

namespace FuseDeskFlows.TrutoSandbox.Data.Model;

/// <summary>One entry of a case's history.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="At">When.</param>
/// <param name="RepId">User id of the rep who did it; null for the customer and for automation.</param>
/// <param name="Author">Name of who did it.</param>
/// <param name="Subject">Subject of a mail.</param>
/// <param name="Body">Text.</param>
/// <param name="Html">Whether the text is HTML.</param>
internal sealed record HistoryItem(
    HistoryKind Kind, DateTimeOffset At, int? RepId, string Author, string? Subject, string Body, bool Html = false);

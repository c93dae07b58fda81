using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.FuseDesk;

/// <summary>One thing that was said or done in a case.</summary>
public sealed record HistoryItem
{
    /// <summary>The position in the history, from 1 for the oldest: what a report cites.</summary>
    public required int Number { get; init; }

    /// <summary>How it came about.</summary>
    public HistoryKind Kind { get; init; }

    /// <summary>Which way it went.</summary>
    public Direction Direction { get; init; }

    /// <summary>True for what a machine sent: an automatic reply, a bounced mail. It says nothing of whose turn it is.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>When it happened, where FuseDesk says so.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The rep who wrote it; null for the customer and for the system.</summary>
    public RepId? RepId { get; init; }

    /// <summary>The author's name as the item shows it.</summary>
    public string? AuthorName { get; init; }

    /// <summary>The subject line, of a mail.</summary>
    public string? Subject { get; init; }

    /// <summary>The text, plain: markup is taken out when it is read. Customers write it, so it is never trusted.</summary>
    public string Text { get; init; } = "";
}

namespace FuseDeskFlows.FuseDesk;

/// <summary>Which history items are messages between the customer and the team.</summary>
internal static class Messages
{
    /// <summary>True for a message from the customer.</summary>
    /// <param name="item">The history item.</param>
    /// <returns>Whether it is one; notes, changes and what a machine sent never are.</returns>
    public static bool IsFromCustomer(this HistoryItem item) => CanBeMessage(item) && item.Direction == Direction.Inbound;

    /// <summary>True for a message to the customer.</summary>
    /// <param name="item">The history item.</param>
    /// <returns>Whether it is one; notes, changes and what a machine sent never are.</returns>
    /// <remarks>Where nothing tells the direction, a rep as the author does.</remarks>
    public static bool IsToCustomer(this HistoryItem item) => CanBeMessage(item)
        && (item.Direction == Direction.Outbound || (item.Direction == Direction.Unknown && item.RepId is not null));

    private static bool CanBeMessage(HistoryItem item) => !item.IsAutomatic && item.Kind is not (HistoryKind.Note or HistoryKind.Change);
}

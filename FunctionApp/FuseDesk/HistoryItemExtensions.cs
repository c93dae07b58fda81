namespace FuseDeskFlows.FuseDesk;

/// <summary>
/// Which history items are messages between the customer and the team: notes, changes and what a machine sent never are.
/// </summary>
internal static class HistoryItemExtensions
{
    public static bool IsFromCustomer(this HistoryItem item) => CanBeMessage(item) && item.Direction == Direction.Inbound;

    /// <summary>Whether the team wrote it to the customer. Where nothing tells the direction, a rep as the author does.</summary>
    public static bool IsToCustomer(this HistoryItem item) => CanBeMessage(item)
        && (item.Direction == Direction.Outbound || (item.Direction == Direction.Unknown && item.RepId is not null));

    private static bool CanBeMessage(HistoryItem item) => !item.IsAutomatic && item.Kind is not (HistoryKind.Note or HistoryKind.Change);
}

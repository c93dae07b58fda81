namespace FuseDeskFlows.FuseDesk.Waits;

/// <summary>
/// Words by which FuseDesk's answers tell the two sides of a conversation apart; which of them it uses is not documented.
/// </summary>
internal static class SenderWords
{
    public static IReadOnlyList<string> Customer { get; } =
        ["customer", "client", "contact", "visitor", "inbound", "incoming", "received", "lead"];

    public static IReadOnlyList<string> Team { get; } =
        ["rep", "agent", "staff", "team", "operator", "user", "employee", "outbound", "outgoing", "sent"];
}

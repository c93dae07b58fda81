namespace FuseDeskFlows.FuseDesk.Waits;

/// <summary>
/// Whose turn it is in a live chat. What the last message's sender holds is not documented: a name, a role or nothing; so it is tried
/// against the client's and the reps' names and the usual words, then the dates are asked, and only then the messages.
/// </summary>
internal static class ChatWaiting
{
    /// <summary>Judges from what a list of chats tells.</summary>
    /// <returns>The judgement; null if only the messages can tell.</returns>
    public static Waiting? FromHeader(ChatHeader chat, IEnumerable<string> repNames) =>
        chat.ClosedAt is { } closed
            ? new() { On = WaitingOn.Nobody, Since = closed, JudgedBy = WaitingJudgedBy.Dates }
            : BySender(chat, repNames) is { } on
                ? new() { On = on, Since = Since(chat, on), JudgedBy = WaitingJudgedBy.Sender }
                : ByDates(chat);

    /// <summary>Judges again once the messages are known; they are newer than the list, and they tell since when.</summary>
    /// <returns>The judgement, by the list's basis where the messages confirm it; null if nothing tells.</returns>
    public static Waiting? FromMessages(Chat chat, Waiting? listed) => Waiting.InMessages(chat.Messages, WaitingJudgedBy.Messages) switch
    {
        null => listed,
        var told when told.On == listed?.On => told with { Since = told.Since ?? listed.Since, JudgedBy = listed.JudgedBy },
        var told => told,
    };

    private static WaitingOn? BySender(ChatHeader chat, IEnumerable<string> repNames)
    {
        if (chat.LastMessageSender?.Trim() is not { Length: > 0 } sender)
        {
            return null;
        }

        var isClient = Same(sender, chat.ClientName) || SenderWords.Customer.Contains(sender, StringComparer.OrdinalIgnoreCase);
        var isRep = repNames.Any(name => Same(sender, name)) || SenderWords.Team.Contains(sender, StringComparer.OrdinalIgnoreCase);

        // A client may bear a rep's name: then the name tells nothing.
        return (isClient, isRep) switch
        {
            (true, false) => WaitingOn.Team,
            (false, true) => WaitingOn.Customer,
            _ => null,
        };
    }

    private static Waiting? ByDates(ChatHeader chat)
    {
        WaitingOn? on = (chat.LastReceivedAt, chat.LastResponseAt) switch
        {
            ({ }, null) => WaitingOn.Team,
            (null, { }) => WaitingOn.Customer,
            ({ } received, { } answered) when received != answered => received > answered ? WaitingOn.Team : WaitingOn.Customer,
            _ => null,
        };
        return on is { } turn ? new() { On = turn, Since = Since(chat, turn), JudgedBy = WaitingJudgedBy.Dates } : null;
    }

    private static DateTimeOffset? Since(ChatHeader chat, WaitingOn on) =>
        (on == WaitingOn.Team ? chat.LastReceivedAt : chat.LastResponseAt) ?? chat.LastMessageAt;

    private static bool Same(string sender, string? name) => string.Equals(sender, name?.Trim(), StringComparison.OrdinalIgnoreCase);
}

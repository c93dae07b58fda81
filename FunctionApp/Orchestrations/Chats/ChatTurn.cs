using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Language.Texts;

namespace FuseDeskFlows.Orchestrations.Chats;

/// <summary>Whose turn it is in a chat where who wrote last does not tell it.</summary>
internal static class ChatTurn
{
    /// <summary>
    /// The customer waits on who was told nothing but "One moment, please": since the first message that was not answered. Thanks for that
    /// do not end it.
    /// </summary>
    /// <returns>Null if the team has answered, or nobody was held off.</returns>
    public static Waiting? HeldOff(CaseText text)
    {
        HistoryItem? first = null;
        var isHeldOff = false;
        foreach (var message in text.Items.Reverse().Where(IsSaid))
        {
            if (message.Item.IsFromCustomer())
            {
                if (message.Item.OnlyThanks && message.Sentences.Any(message.Cues.SaysSolved))
                {
                    return null;
                }

                first = message.Item.OnlyThanks ? first : message.Item;
            }
            else if (!message.OnlyAnnounces() && !message.OnlyPolite())
            {
                break;
            }
            else
            {
                isHeldOff |= message.OnlyAnnounces();
            }
        }

        return isHeldOff && first is not null
            ? new() { On = WaitingOn.Team, Since = first.At, JudgedBy = WaitingJudgedBy.Messages }
            : null;
    }

    /// <summary>Nobody waits where the team has said no more than "You are welcome" to the customer's thanks.</summary>
    public static Waiting? Settled(CaseText text) =>
        text.Items.Where(IsSaid).Reverse().SkipWhile(IsCourtesyOfTeam).FirstOrDefault()
            is { Item: { OnlyThanks: true } thanks }
            ? new() { On = WaitingOn.Nobody, Since = thanks.At, JudgedBy = WaitingJudgedBy.Messages }
            : null;

    private static bool IsCourtesyOfTeam(ParsedMessage message) =>
        message.Item.IsToCustomer() && (message.Item.EndsMatter || message.OnlyPolite());

    private static bool IsSaid(ParsedMessage message) => message.Item.IsFromCustomer() || message.Item.IsToCustomer();
}

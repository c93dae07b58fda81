using FuseDeskFlows.TrutoSandbox.Data.Model;

namespace FuseDeskFlows.TrutoSandbox.Data.Stories;

/// <summary>Chat 10294 of the article: the client is blocked and waits.</summary>
internal static class ElenasChat
{
    /// <summary>User id of Tomasz Zielinski.</summary>
    public const int Rep = 52;

    public static Chat Create(Team team, Contact elena, DateTimeOffset today)
    {
        var rep = team.NameOf(Rep);
        ChatMessage Client(int minutesAgo, string text) => new(today.AddMinutes(-minutesAgo), null, elena.Name, text);
        ChatMessage Team(int minutesAgo, string text) => new(today.AddMinutes(-minutesAgo), Rep, rep, text);
        return new()
        {
            Id = SandboxPeople.ArticleChat,
            Title = "Webhook signatures fail after key rotation",
            ClientName = elena.Name,
            ContactUuid = elena.Uuid,
            CrmId = elena.CrmId,
            DepartmentId = SandboxPeople.TechnicalSupport,
            RepId = Rep,
            LastSender = elena.Name,
            Messages =
            [
                Client(58, "Hi, since we rotated our API key an hour ago every webhook fails our signature check."),
                Team(56, "Hello Elena, Tomasz here. Do all events fail, or only some of them?"),
                Client(
                    55,
                    "All of them. booking.created and payment.succeeded for sure. We answer 401 to you, as the signature does not match."),
                Team(
                    52,
                    "I see 37 failed deliveries in the log. Which secret do you check against: the API key, "
                        + "or the webhook secret from Settings > Webhooks?"),
                Client(50, "The webhook secret. We did not change that one, only the API key."),
                Team(
                    46,
                    "Rotating the key creates a new webhook secret too; the page shows it only after a reload. "
                        + "Could you reload it and compare the last four characters?"),
                Client(43, "You are right, it ends in 9f2c now, ours ends in 71ab. I put the new one in."),
                Client(
                    41,
                    "Deliveries pass the check now. But the 37 failed ones are not sent again, and 12 of them are payments. "
                        + "Our members see \"unpaid\" and cannot check in."),
                Team(
                    37,
                    "Good that it works. The retries have been used up, so I have to replay them by hand. "
                        + "Let me ask whether that is safe for payments."),
                Client(
                    31,
                    "Our evening classes start at six, and the front desk is already sending people home. "
                        + "Can you replay at least the 12 payments before that?"),
                Client(19, "Are you still there?"),
            ],
        };
    }
}

namespace FuseDeskFlows.TrutoSandbox.Data.Themes;

/// <summary>Integrators' problems.</summary>
internal static class Webhooks
{
    public static readonly Theme Theme = new()
    {
        DepartmentId = 3,
        Subjects = ["Webhook deliveries fail with {error}", "API answers {error} for some members"],
        Openings =
        [
            "Our endpoint has not received a single webhook since the weekend. "
                + "Your delivery log shows {error} for all of them, ours shows no request at all. "
                + "The certificate was renewed on the same day.",
            "GET /members answers {error} for {count} of our members, always the same ones. With an older API version they come back fine.",
        ],
        Questions =
        [
            "could you send me the id of one failed delivery, and the chain that your server sends (openssl s_client -showcerts)?",
            "does it still happen if you leave out the expand parameter? And which API version do you pin?",
        ],
        Answers =
        [
            "Delivery id dl_{ticket}. The chain lacks the intermediate certificate, I see that now. Browsers did not complain.",
            "Without expand it works. We pin the version of last autumn.",
        ],
        Findings =
        [
            "that is it: our sender refuses an incomplete chain. As soon as yours is complete I can replay the {count} failed deliveries.",
            "those members have a custom field whose name contains a dot; the expander trips over it and answers {error}. "
                + "It is HL-{ticket}, and being fixed.",
        ],
        Nudges =
        [
            "The chain is complete now. Could you replay the deliveries, in their order please? Our stock depends on it.",
            "Any news about the fix? We skip the {count} members at the moment, and their invoices pile up.",
        ],
        Notes =
        [
            "Replay of {count} deliveries prepared, paused until the customer confirms the new chain.",
            "Stack trace points to the field expander. Linked HL-{ticket}; workaround is to rename the field.",
        ],
        Calls =
        [
            "Debugged with their engineer over a shared screen. TLS handshake fails before any byte of ours is sent. {count} minutes.",
        ],
        Fixes =
        [
            "all {count} deliveries are replayed in their original order and answered with 200 on your side. "
                + "For the future: the order is kept per booking, not across bookings; the field sequence tells it.",
        ],
    };
}

namespace FuseDeskFlows.TrutoSandbox.Data.Themes;

/// <summary>Bookings that do not reach the calendar.</summary>
internal static class CalendarSync
{
    public static readonly Theme Theme = new()
    {
        DepartmentId = 3,
        Subjects = ["Calendar sync stopped overnight", "Google Calendar shows every class twice", "Bookings missing from my calendar"],
        Openings =
        [
            "Since yesterday none of our bookings show up in Google Calendar any more. "
                + "The sync page says \"connected\", but the last entry is {count} hours old. "
                + "Our trainers plan their day by that calendar, so this is urgent for us.",
            "Every recurring class now appears twice in the connected calendar, {count} entries for this week alone. "
                + "Deleting one copy by hand brings it back within minutes. Nothing was changed on our side.",
            "We moved to a new Google account and reconnected the calendar as your guide says. Old bookings came over, new ones do not. "
                + "The log shows {error}.",
        ],
        Questions =
        [
            "could you tell me which calendar account is connected, and whether the entry is missing in the web view too or only on the "
                + "phone? A screenshot of Settings > Integrations > Calendar would help.",
            "does it concern one location or all of them, and did anyone rotate the password of the Google account in the last days?",
        ],
        Answers =
        [
            "It is the account bookings@ of our own domain, and the entries are missing in the web view as well. Screenshot attached. "
                + "Only the location \"Riverside\" is concerned.",
            "Nobody changed the password, but our IT switched on two-step sign-in for all accounts on the same evening. Could that be it?",
        ],
        Findings =
        [
            "our log shows that Google has been refusing the refresh token since that evening ({error}). "
                + "I have raised the retry interval for your account so that nothing is lost meanwhile; "
                + "{count} changes are waiting in the queue.",
            "I could reproduce it with a test account: the old webhook subscription was never removed, so each change arrives twice. "
                + "Engineering has it as HL-{ticket}.",
        ],
        Nudges =
        [
            "This morning a trainer stood in front of a locked door again because the cancellation never reached his calendar. "
                + "When can we expect this to work?",
            "I reconnected the account as you said. New bookings arrive now, but the ones from the last days are still missing.",
        ],
        Notes =
        [
            "Refresh token revoked on the Google side, {count} events queued. Do not purge the queue before the customer has reconnected.",
            "Same pattern as HL-{ticket}: two webhook subscriptions for one calendar. Asked engineering for a script.",
        ],
        Calls =
        [
            "Called the customer, walked through disconnecting and reconnecting the calendar together. "
                + "Connection is green, backlog starts to drain. {count} minutes.",
        ],
        Fixes =
        [
            "the duplicate subscription is removed and the backlog of {count} changes has gone through; "
                + "I compared three days of your calendar with your bookings, and they agree. "
                + "Please tell me if you still see a difference.",
        ],
    };
}

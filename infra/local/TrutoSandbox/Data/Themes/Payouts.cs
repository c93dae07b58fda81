namespace FuseDeskFlows.TrutoSandbox.Data.Themes;

/// <summary>Affiliates and their commission.</summary>
internal static class Payouts
{
    public static readonly Theme Theme = new()
    {
        DepartmentId = 6,
        Subjects = ["Commission for {order} is missing", "Referral link does not count"],
        Openings =
        [
            "I referred a studio three weeks ago, their order is {order}. It does not show in my partner page. They say they used my link.",
            "My referral link counts clicks, {count} this week, but no sign-ups, although two people wrote to me that they joined.",
        ],
        Questions =
        [
            "which address did the studio sign up with, and roughly on which day?",
            "is the link on a page of your own, or in a mail? Some mail programs cut it.",
        ],
        Answers =
        [
            "They used their office address, on the first of the month I think.",
            "It is in my newsletter. I see now that the part after the question mark is gone.",
        ],
        Findings =
        [
            "I found the sign-up: it came eleven minutes after a click with your code, from another device. "
                + "That is why it was not counted by itself.",
            "the part after the question mark is your code; without it a visit counts, but a sign-up does not. "
                + "I found both studios by the names that you gave me.",
        ],
        Nudges =
        [
            "Will {order} be in this month's payout, then? I would like to plan with it.",
            "I fixed the link. Could you add the two sign-ups by hand?",
        ],
        Notes =
        [
            "Attribution for {order} added by hand, second pair of eyes: partner lead.",
            "Hold ends in {count} days, no action needed before.",
        ],
        Calls = ["Explained how sign-ups are attributed. Partner is fine with it. {count} minutes."],
        Fixes =
        [
            "{order} is credited to you and part of the next payout; I also set your threshold to fifty, "
                + "so that small months no longer wait.",
        ],
    };
}

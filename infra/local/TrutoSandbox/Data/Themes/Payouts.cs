namespace FuseDeskFlows.TrutoSandbox.Data.Themes;

/// <summary>Affiliates and their commission.</summary>
internal static class Payouts
{
    /// <summary>The theme.</summary>
    public static readonly Theme Theme = new()
    {
        DepartmentId = 6,
        Subjects = ["Commission for {order} is missing", "Referral link does not count", "Payout below the threshold"],
        Openings =
        [
            "I referred a studio three weeks ago, their order is {order}. It does not show in my partner page. They say they used my link.",
            "My referral link counts clicks, {count} this week, but no sign-ups, although two people wrote to me that they joined.",
            "The payout for last month did not come. The page says \"below threshold\", but I count more than the hundred that are needed.",
        ],
        Questions = ["which address did the studio sign up with, and roughly on which day?", "is the link on a page of your own, or in a mail? Some mail programs cut it."],
        Answers = ["They used their office address, on the first of the month I think.", "It is in my newsletter. I see now that the part after the question mark is gone."],
        Findings = ["I found the sign-up: it came eleven minutes after a click with your code, from another device. That is why it was not counted by itself.", "two commissions are still in the 30-day hold, so the part that can be paid out is below the threshold."],
        Nudges = ["Will {order} be in this month's payout, then? I would like to plan with it.", "I fixed the link. Could you add the two sign-ups by hand?"],
        Notes = ["Attribution for {order} added by hand, second pair of eyes: partner lead.", "Hold ends in {count} days, no action needed before."],
        Calls = ["Explained the hold and the threshold. Partner is fine with it. {count} minutes."],
        Fixes = ["{order} is credited to you and part of the next payout; I also set your threshold to fifty, so that small months no longer wait."],
    };
}

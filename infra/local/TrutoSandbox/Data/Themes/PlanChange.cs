namespace FuseDeskFlows.TrutoSandbox.Data.Themes;

/// <summary>Changing or leaving a plan.</summary>
internal static class PlanChange
{
    public static readonly Theme Theme = new()
    {
        DepartmentId = 5,
        Subjects = ["Thinking about cancelling", "Downgrade to the Solo plan", "Contract renewal: questions"],
        Openings =
        [
            "Our contract renews soon, and I am not sure that we will stay. "
                + "We use bookings and invoices, and pay for {count} seats of which five are in use. What can you offer?",
            "Please move us to the Solo plan at the end of the month. What happens with the second location and its {count} members?",
            "I want to cancel. The product is fine, but since the last update the front desk needs twice as many clicks for a walk-in.",
        ],
        Questions =
        [
            "may I ask which of the features you would miss, and which you never open? Then I can compute what fits.",
            "would you keep the second location if it were billed by use and not by month?",
        ],
        Answers =
        [
            "We never open the marketing part. We would miss the waiting list, it saves us an hour a day.",
            "Possibly. It has {count} classes a month, in summer none at all.",
        ],
        Findings =
        [
            "I can offer you the Studio plan with seats by use; with your last six months it would have been about a third less. "
                + "The waiting list is part of it.",
            "product has confirmed that the walk-in screen gets its single-click form back; it is planned as HL-{ticket}.",
        ],
        Nudges =
        [
            "The renewal date is close, and I still have no written offer. Without it, I will have to cancel in time.",
            "The offer looks fair. Does the price hold for two years, and can we still leave each month?",
        ],
        Notes =
        [
            "Customer since the first year, {count} seats. Discount up to 30 % approved by the head of accounts.",
            "Usage checked: five of the seats were active in the last 90 days.",
        ],
        Calls =
        [
            "Talked about the renewal. Price is not the main point, the walk-in screen is. Will send a written offer. {count} minutes.",
        ],
        Fixes =
        [
            "your plan is changed as agreed, the next invoice already carries the new price, "
                + "and the single-click walk-in is switched on for your account.",
        ],
    };
}

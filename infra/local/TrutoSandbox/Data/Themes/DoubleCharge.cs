namespace FuseDeskFlows.TrutoSandbox.Data.Themes;

/// <summary>Charges that are wrong.</summary>
internal static class DoubleCharge
{
    public static readonly Theme Theme = new()
    {
        DepartmentId = 2,
        Subjects = ["Charged twice for {order}", "Wrong amount on invoice {order}", "Refund for {order} never arrived"],
        Openings =
        [
            "My card was charged twice for order {order}. I only confirmed once. "
                + "Please refund the second payment, and tell me how long it takes.",
            "Invoice {order} lists {count} seats, but we have had four fewer since the beginning of the month. "
                + "Please correct it before our accountants close the books.",
            "Two weeks ago I was promised a refund for {order}. My bank sees nothing. "
                + "Could you send me the reference, so that they can search for it?",
        ],
        Questions =
        [
            "could you send me the last four digits of the card and the dates of both charges as they stand on your statement?",
            "which name and VAT number should the corrected invoice carry? And may we set off the difference against the next one?",
        ],
        Answers =
        [
            "The card ends in {last4}; the two charges are on the same day, seconds apart, and both are booked, not only reserved.",
            "Please keep the name as it is. We would rather have the money back than a credit: the budget is per quarter.",
        ],
        Findings =
        [
            "I see both payments for {order} now: the second came from a retry after a timeout at the payment provider. "
                + "I have asked our finance team to release the refund.",
            "the seat change was saved only after the invoice run; that is why {order} still had the old number. "
                + "A corrected invoice is being prepared.",
        ],
        Nudges =
        [
            "It has been a while now, and the money is still not there. Do I have to ask my bank to charge it back?",
            "Thank you for the new invoice, but the VAT line is still computed from the old total.",
        ],
        Notes =
        [
            "Refund for {order} requested in the payment console, reference RF-{ticket}. Finance releases refunds once a day at 15:00 UTC.",
            "Second charge confirmed as ours, goodwill month approved by the team lead if the customer insists.",
        ],
        Calls = ["Customer called, upset about the second charge. Promised the refund reference by mail today. {count} minutes."],
        Fixes =
        [
            "the refund for {order} went out today with the reference RF-{ticket}; banks take three to five working days. "
                + "I have also added a note to your account, so that the next invoice starts from the right number.",
        ],
    };
}

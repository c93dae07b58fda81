using FuseDeskFlows.TrutoSandbox.Data.Model;

namespace FuseDeskFlows.TrutoSandbox.Data.Stories;

/// <summary>The three cases of sarah@examplecorp.com, the product's demo.</summary>
internal static class SarahsCases
{
    private const string Signature = "\n\n-- \nSarah Whitfield\nOperations Manager, Examplecorp";

    /// <summary>The newest: members charged twice, refunds half done, a promise not kept, and the rep who gave it is gone.</summary>
    public static SupportCase Newest(Team team, Contact sarah, DateTimeOffset today)
    {
        var story = new Story(team, sarah, today, "Members charged twice since the new checkout");
        return story
            .In(
                7,
                "09:12",
                "Hello,\n\nsince we switched to the new checkout two days ago, "
                    + "23 of our members have been charged twice for this month's membership. The list is attached. "
                    + $"They all say that they pressed \"Renew\" once.\n\nOur board meets on {story.Day(2)} and has asked me for an "
                    + "explanation, so I need this solved by then: what happened, and when does each of the 23 get the money back?"
                    + Signature)
            .Status(7, "09:13", null, "Assigned to Priya Nair")
            .Out(
                7, "10:05",
                SandboxPeople.Priya,
                "Hi Sarah,\n\nI am sorry about that, and thank you for the list. "
                    + "To find the cause I need two examples: could you send me two order numbers with the times of both charges, "
                    + "as they stand on your members' statements?\n\n-- \nPriya Nair\nHarborline Support")
            .In(
                7,
                "11:41",
                "Hi Priya,\n\nhere are two: HB-20417, charged at 18:02:11 and 18:02:15, and HB-20433, charged at 07:45:30 and 07:45:33. "
                    + "Both charges have different payment references, so they are two real payments. "
                    + "Two of the members have told us that they will ask their bank for a chargeback if nothing happens this week."
                    + Signature
                    + "\n\nOn the same day, Priya Nair wrote:\n> I am sorry about that, and thank you for the list. "
                    + "To find the cause I need two examples:\n> could you send me two order numbers with the times of both charges?")
            .Note(
                7, "14:20",
                SandboxPeople.Priya,
                "Reproduced on a throttled connection: the new checkout leaves the Renew button active until the payment provider answers, "
                    + "and a second tap creates a second payment intent. Logged as HL-2291. "
                    + "Refunds in bulk need the payments team, so handing over to Daniel Okafor.")
            .Out(
                7, "15:02",
                SandboxPeople.Priya,
                "Hi Sarah,\n\nI have found the cause. On a slow connection the Renew button could be pressed a second time before the "
                    + "first payment was confirmed, and each press became a payment. The error is ours, not your members'. "
                    + "Engineering is working on it as HL-2291.\n\nUntil the fix is live, "
                    + "please turn off one-click renewals under Settings > Checkout; that stops it. "
                    + "My colleague Daniel Okafor from payments takes over the refunds and will call you.\n\n-- \nPriya Nair\n"
                    + "Harborline Support")
            .In(
                6,
                "08:55",
                "Hi Priya, hi Daniel,\n\none-click renewals are off, and there have been no new double charges since. "
                    + "Can the refunds be done all at once from your side? Doing 23 by hand would cost me a day."
                    + Signature)
            .Call(
                6, "10:30",
                SandboxPeople.Daniel,
                "Called Sarah, 14 minutes. Agreed: we refund the second charge of all affected members in one run and pay the fees. "
                    + "Sarah sends the checked list as CSV. She is calm, but the board meeting matters to her.")
            .In(
                6,
                "13:17",
                "Hi Daniel,\n\nthank you for the call. The checked list is attached. "
                    + "Please leave out rows 7 and 19: I had already refunded these two myself before I wrote to you. "
                    + "So it is 21 refunds, not 23."
                    + Signature)
            .Note(
                5, "16:45",
                SandboxPeople.Daniel,
                "Bulk refund run for 21 members: 18 refunded, 3 failed because the cards have expired (HB-20419, HB-20440, HB-20451). "
                    + "These three need a bank transfer. I am on leave from tomorrow; Marcus Webb takes over.")
            .In(
                3,
                "09:30",
                "Hi Daniel,\n\n18 members confirm that the money is back, thank you. "
                    + "Three say that nothing has arrived: HB-20419, HB-20440 and HB-20451. What happens with these?"
                    + Signature)
            .Out(
                3, "11:08",
                SandboxPeople.Marcus,
                "Hi Sarah,\n\nI have taken over from Daniel, who is on leave. "
                    + "The cards of these three members have expired, so the payment provider sent the refunds back to us. "
                    + "We will pay them by bank transfer instead. I will send you the transfer form by noon tomorrow; "
                    + "your members fill in their IBAN, and the money is there two working days later.\n\n"
                    + "The fix for the checkout (HL-2291) went live this morning.\n\n-- \nMarcus Webb\nHarborline Support")
            .Status(3, "11:08", SandboxPeople.Marcus, "Status changed from New to Open")
            .In(
                1,
                "16:40",
                "Hi Marcus,\n\nno form has come, neither yesterday nor today, and the three members are asking me daily. "
                    + $"Our board meets on {story.Day(2)}.\n\nCould you please\n1. send me the transfer form today, and\n"
                    + "2. confirm in writing that HL-2291 is fixed for good, so that I can turn one-click renewals on again?"
                    + Signature
                    + "\n\nMarcus Webb wrote:\n> I will send you the transfer form by noon tomorrow; your members fill in their IBAN,\n"
                    + "> and the money is there two working days later.")
            .Case(SandboxPeople.SarahNewestCase, SandboxPeople.TechnicalSupport, "new", SandboxPeople.Marcus, 1, 3);
    }

    /// <summary>Closed last year: a question about seats.</summary>
    public static SupportCase Old(Team team, Contact sarah, DateTimeOffset today) =>
        new Story(team, sarah, today, "How do we add a second front desk?")
            .In(
                318, "10:20",
                "Hello,\n\nwe open a second reception next month. Do we need another plan for it, or is another seat enough?" + Signature)
            .Out(
                318, "12:44", 59,
                "Hi Sarah,\n\nanother seat is enough. You can add it under Settings > Team; "
                    + "it is billed from the day on which it is first used.\n\n-- \nSimon Archer\nHarborline Support")
            .In(317, "09:02", "Done, that was easy. Thank you, Simon!" + Signature)
            .Status(317, "09:30", 59, "Status changed from Open to Closed")
            .Case(SandboxPeople.SarahOldCase, 5, "closed", 59);

    /// <summary>Imported from the system that Harborline used before: a higher number than its age suggests.</summary>
    public static SupportCase Imported(Team team, Contact sarah, DateTimeOffset today) =>
        new Story(team, sarah, today, "Waiting list does not move up")
            .In(
                152,
                "17:31",
                "Hello,\n\nin the Monday class two members cancelled, but nobody from the waiting list moved up. "
                    + "Is there a setting that I have missed?"
                    + Signature)
            .Note(
                152, "18:05", 52, "Class was changed from a course to single sessions last week; the waiting list stayed with the course.")
            .Out(
                151, "08:50", 52,
                "Hi Sarah,\n\nthe waiting list still belonged to the course that the class was before. "
                    + "I have moved it over, and the first two members have been told. It will work by itself from now on.\n\n-- \n"
                    + "Tomasz Zielinski\nHarborline Support")
            .In(151, "10:12", "Works, thank you." + Signature)
            .Status(150, "09:00", 52, "Status changed from Open to Closed")
            .Case(SandboxPeople.SarahImportedCase, SandboxPeople.TechnicalSupport, "closed", 52, 3);
}

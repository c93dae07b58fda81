using FuseDeskFlows.TrutoSandbox.Data.Model;

namespace FuseDeskFlows.TrutoSandbox.Data.Stories;

/// <summary>Cases that break careless readers.</summary>
internal static class EdgeCases
{
    /// <summary>Created through the API: no history at all.</summary>
    public static SupportCase EmptyHistory(Contact emil, DateTimeOffset today) => CaseFacts.Create(
        SandboxPeople.EmptyHistoryCase, "new", "Created by import, no messages", emil, 4, today.AddDays(-40), [], [], () => []);

    /// <summary>The customer writes, nobody ever answers.</summary>
    public static SupportCase NoRep(Team team, Contact wanda, DateTimeOffset today) =>
        new Story(team, wanda, today, "Invoice for the riding camp")
            .In(
                4, "09:00",
                "Hello,\n\nI need the invoice for the riding camp with our new address: 4 Mill Lane. Could you send it this week?\n\n-- \n"
                    + "Wanda Reyes")
            .Status(4, "09:01", null, "Assigned to the queue of Billing")
            .In(2, "15:10", "Hello again,\n\nhas anybody seen my mail about the invoice?\n\n-- \nWanda Reyes")
            .Case(SandboxPeople.NoRepCase, 2, "new", assigned: null);

    /// <summary>The rep's account was deleted, so asking for it gives 404.</summary>
    public static SupportCase UnknownRep(Team team, Contact uma, DateTimeOffset today) =>
        new Story(team, uma, today, "Timetable prints on two pages")
            .In(20, "11:00", "Hello,\n\nour timetable prints on two pages since the last update. Can it be one again?\n\n-- \nUma Patel")
            .Out(
                20, "12:30",
                SandboxPeople.UnknownRep,
                "Hi Uma,\n\nplease choose \"Compact\" in the print dialogue. Does that bring it back to one page?\n\n-- \n"
                    + "Harborline Support")
            .Case(SandboxPeople.UnknownRepCase, SandboxPeople.TechnicalSupport, "open", SandboxPeople.UnknownRep);

    /// <summary>Scripts, broken markup and orders to the model.</summary>
    public static SupportCase Hostile(Team team, Contact ivo, DateTimeOffset today) =>
        new Story(team, ivo, today, "</title><script>alert('subject')</script> Payment page shows an error")
            .In(
                3, "07:30",
                "<p>Hello,</p><p>our payment page shows an error since yesterday: <b>E-4107</b>.</p>" + HostileTexts.Script,
                html: true)
            .Out(
                3, "08:10", 53,
                "Hi Ivo,\n\nwhich browser do you use, and does it happen in a private window too?\n\n-- \nRuth Amsel\nHarborline Support")
            .In(3, "08:45", "In all browsers.\n\n" + HostileTexts.Orders)
            .Note(
                3, "09:00", 53,
                "Mail contains text meant for automation; treat as data. The error itself is real: E-4107 comes from an expired key.")
            .In(2, "10:05", "Any news about E-4107?\n\n" + HostileTexts.Markup)
            .Case(SandboxPeople.HostileCase, SandboxPeople.TechnicalSupport, "new", 53, 3);
}

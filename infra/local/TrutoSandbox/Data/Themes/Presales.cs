namespace FuseDeskFlows.TrutoSandbox.Data.Themes;

/// <summary>Questions before buying.</summary>
internal static class Presales
{
    public static readonly Theme Theme = new()
    {
        DepartmentId = 1,
        Subjects = ["Does Harborline fit a climbing gym?", "Quote for {count} locations", "Questions before we sign"],
        Openings =
        [
            "We run {count} climbing gyms and look for one system for day tickets, courses and the shop. "
                + "Can you do all three, and what would it cost?",
            "Please send me a quote for {count} locations, paid yearly, with data kept in the EU. We decide at the end of the month.",
            "Before we sign: can members book for their children, and does the waiting list move up by itself?",
        ],
        Questions =
        [
            "how many bookings do you have on a busy day, and do you use turnstiles or a front desk?",
            "do you need single sign-on for the staff, or is the normal sign-in enough?",
        ],
        Answers =
        [
            "About {count} on a Saturday, and yes, turnstiles at two of the gyms.",
            "Single sign-on is a must for our IT; everything else is negotiable.",
        ],
        Findings =
        [
            "day tickets and courses are built in, the shop works through our partner. I have put together an example with your numbers.",
            "the quote with data in the EU is with our legal team; the data processing agreement comes with it.",
        ],
        Nudges =
        [
            "Our board asks about the turnstiles: is there any gym near us that uses them with your system?",
            "The quote expires tomorrow, and the discount we talked about is missing in it.",
        ],
        Notes =
        [
            "Decision at the end of the month, competitor is in the race. Reference gym asked for permission.",
            "Discount of {count} % approved for a two-year term.",
        ],
        Calls = ["Demo for three people. They liked the waiting list, asked twice about turnstiles. {count} minutes."],
        Fixes = ["the quote with the discount is attached, and the gym in Leeds is glad to show you their turnstiles. Just tell me a day."],
    };
}

namespace FuseDeskFlows.TrutoSandbox.Data.Themes;

/// <summary>Moving to the product from another one.</summary>
internal static class Migration
{
    public static readonly Theme Theme = new()
    {
        DepartmentId = 4,
        Subjects = ["Import of our member list fails", "Moving from our old booking tool", "Import stopped at row {count}"],
        Openings =
        [
            "I am trying to import our members from a CSV file. It stops at row {count} with \"{error}\" and nothing after that row "
                + "arrives. The file opens well in a spreadsheet.",
            "We start with you next month and would like to bring seven years of bookings along. "
                + "What do you need from us, and how long will it take?",
            "The import went through, but every birthday is one day off, and {count} members lost their credit balance.",
        ],
        Questions =
        [
            "could you send me the header line and the row where it stops? Please replace names and addresses by something made up.",
            "which tool do you come from, and do you need the past payments too or only the future bookings?",
        ],
        Answers =
        [
            "Header and row attached. I noticed that the phone numbers in that row contain a line break.",
            "Future bookings and open credits are a must; past payments would be nice, but can wait.",
        ],
        Findings =
        [
            "it is the line break inside a quoted field, as you guessed: our importer takes it for a new row. "
                + "I cleaned a copy of the file, and it imports in the test account.",
            "birthdays are read as midnight UTC and shown in your time zone, hence the day before. "
                + "Engineering corrects it as HL-{ticket}; I can shift your data when that is done.",
        ],
        Nudges =
        [
            "Our launch is in {count} days, and the front desk needs a training list with the right data. "
                + "Will the second import be done by then?",
            "The test account looks good. Two things are missing: family memberships and the notes about injuries.",
        ],
        Notes =
        [
            "Customer goes live soon, keep the weekend slot for the final import. Checklist is in the project folder.",
            "Credits imported with the wrong sign for {count} members, script prepared, run only after backup.",
        ],
        Calls = ["Kick-off call. Agreed on a test import, then the final one on the evening before launch. {count} minutes."],
        Fixes =
        [
            "the final import is through: members, credits and future bookings agree with your old numbers, "
                + "and the {count} corrected rows are in the attached list.",
        ],
    };
}

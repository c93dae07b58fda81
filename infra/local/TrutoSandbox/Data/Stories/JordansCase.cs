using FuseDeskFlows.TrutoSandbox.Data.Model;

namespace FuseDeskFlows.TrutoSandbox.Data.Stories;

/// <summary>Case 84920 of the article: an import that loses allergies, and a course that starts in days.</summary>
internal static class JordansCase
{
    private const string Signature = "\n\n-- \nJordan Doe\nDoe & Daughters Cooking School";

    public static SupportCase Create(Team team, Contact jordan, DateTimeOffset today)
    {
        var story = new Story(team, jordan, today, "Allergy notes lost in the import");
        return story
            .In(
                5,
                "08:14",
                "Good morning,\n\nour import of 412 participants went through yesterday, "
                    + "but the column \"Allergies\" is empty for all of them. In a cooking school this is not a detail. "
                    + "The file is attached; the column is there."
                    + Signature)
            .Status(5, "08:15", null, "Assigned to Leah Stern")
            .Out(
                5, "09:40", 56,
                "Hi Jordan,\n\nyou are right to take this seriously, and I have marked the case as urgent. "
                    + "Which name does the column carry in your old tool, and did you map it in step 3 of the import?\n\n-- \nLeah Stern\n"
                    + "Harborline Support")
            .In(
                5,
                "10:22",
                "Hi Leah,\n\nit was called \"Allergies / intolerances\", and yes, I mapped it to the field \"Health notes\". "
                    + "The preview showed the right texts."
                    + Signature)
            .Note(
                5, "13:05", 56,
                "Preview reads the column, the import drops it: the slash in the header is taken for a path. Engineering: HL-2304. "
                    + "The texts are in the raw upload, nothing is lost.")
            .Out(
                5, "13:30", 56,
                "Hi Jordan,\n\nnothing is lost: the texts are in the file as you uploaded it, "
                    + "but our importer stumbled over the slash in the column's name. "
                    + "I can write the 412 notes into the members' records with a script. "
                    + $"May I do that on {story.Day(-4)} in the evening, when nobody edits them?\n\n-- \nLeah Stern\nHarborline Support")
            .In(
                5,
                "14:02",
                "Yes, please. But do not overwrite the notes that my colleague has typed in by hand since then, those are newer: "
                    + "she did about 30."
                    + Signature)
            .Note(
                4, "19:20", 57,
                "Script run for Leah: 379 notes written, 33 left alone because they were edited by hand after the import. "
                    + "Log is in the project folder. Omar.")
            .Out(
                3, "08:32", 57,
                "Hi Jordan,\n\ndone: 379 notes are in, and the 33 that your colleague has entered were not touched. "
                    + "Could you check ten of them and tell me whether they are right?\n\n-- \nOmar Haddad\nHarborline Support")
            .In(
                1,
                "17:48",
                "Hi Omar,\n\nI checked twenty. Eighteen are right. Two show the note of another person: "
                    + "Mira Lund has the note of Mia Lund, and the other way round. "
                    + $"Can you please check all participants with similar names before {story.Day(1)}? "
                    + "That is when our next course starts, and the kitchen list is printed in the morning."
                    + Signature)
            .Case(SandboxPeople.ArticleCase, 4, "new", 57, 3, 7);
    }
}

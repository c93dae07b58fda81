using System.Text.Json;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Texts.Mail;
using FuseDeskFlows.Truto.Readers;

namespace FuseDeskFlows.Tests.EndToEnd.Mail;

/// <summary>What people really wrote in mails that are hard to read, and what reports make of them.</summary>
public sealed class MailCaseTests(MailApp app) : IClassFixture<MailApp>
{
    private static readonly string[] Telling = ["Which version of the app", "stop all payments", "newsletter"];

    private const string Attached = "Version 4.2, the log is attached.";

    // The case, its last item's own text, whose turn it is, and the last question with its item.
    public static TheoryData<string, string, string, string, int> Cases => new()
    {
        { "outlook-de", Attached, "team", Attached, 3 },
        { "outlook-fr", Attached, "team", Attached, 3 },
        { "outlook-html-de", Attached, "team", Attached, 3 },
        { "gmail-ja", Attached, "team", Attached, 3 },
        { "gmail-nl", Attached, "team", Attached, 3 },
        { "wrap3", Attached, "team", Attached, 3 },
        { "wrote-nospace", Attached, "team", Attached, 3 },
        { "reply-above", Attached, "team", Attached, 3 },
        {
            "bottom-posting",
            "Version 4.2. We cancel on Friday if the export does not work by then. Can somebody call me today?",
            "team",
            "Can somebody call me today?",
            3
        },
        {
            "inline",
            "4.2\n\nNot before Monday, our admin is away. Can you look at our account without it?",
            "team",
            "Can you look at our account without it?",
            3
        },
        { "header-on-top-en", "I do not want to send log files by mail. Is there another way?", "team", "Is there another way?", 3 },
        { "rep-quotes-customer", "wir melden uns.", "customer", "Can you confirm the refund?", 1 },
        {
            "subject-out-of-office",
            "Since Monday the auto-reply of our team inbox is not sent. Can you repair it by Friday?",
            "team",
            "Can you repair it by Friday?",
            1
        },
        {
            "japanese", "ありがとうございます。再度試しましたが、まだ空のままです。請求書番号HB-2291の返金はいつになりますか？", "team", "請求書番号HB-2291の返金はいつになりますか？", 3
        },
        {
            "arabic",
            "تصدير قائمة الأعضاء فارغ منذ يوم الاثنين. نحتاجه لاجتماع يوم الخميس. متى يمكنكم إصلاحه؟ وشكرا لكم.",
            "team",
            "متى يمكنكم إصلاحه؟",
            1
        },
        {
            "german",
            "vielen Dank. Die doppelten Belastungen erstatten Sie uns bitte noch diese Woche.",
            "team",
            "Die doppelten Belastungen erstatten Sie uns bitte noch diese Woche.",
            3
        },
        { "encodings", "It’s still broken. Müller and Nuñez can’t log in. When will it work?", "team", "When will it work?", 3 },
        {
            "preheader",
            "The export of our member list is empty since Monday. Please repair it by Thursday.",
            "team",
            "Please repair it by Thursday.",
            1
        },
        {
            "dashes",
            "First fault: the list of members loads slowly.\n\nSecond fault: invoices are sent twice, "
                + "212 members were charged twice on 11 November. We need the money back by Friday. Can you confirm that?",
            "team",
            "Can you confirm that?",
            1
        },
        {
            "numbered-answers",
            "1. Version 4.2\n2. Since the update on Monday\n3. Ada Brandt, she has the admin rights",
            "team",
            "1. Version 4.2",
            3
        },
        { "sent-from-de", "Version 4.2", "team", "Version 4.2", 3 },
        { "inch", "The 27\" monitor arrived broken. Could you send another one?", "team", "Could you send another one?", 1 },
        {
            "disclaimer",
            "Disclaimer text is missing on our checkout page since the update. We may not sell without it. Can you restore it today?",
            "team",
            "Can you restore it today?",
            1
        },
        {
            "from-to",
            "Please change booking HB-2291 as follows:\n\nFrom: Oslo\nTo: Bergen\nDate: 20 November\n\n"
                + "The old ticket was charged twice. When do I get the 480 NOK back?",
            "team",
            "When do I get the 480 NOK back?",
            1
        },
        {
            "on-wrote-prose",
            "On 10 November Nora Quist wrote:\n\"we will refund 480 EUR by Wednesday\".\n\n"
                + "Nothing has arrived. If the money is not here on Monday, we cancel. Who is responsible for this?",
            "team",
            "Who is responsible for this?",
            3
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_own_text_is_what_its_sender_wrote(string name, string own, string on, string question, int item)
    {
        _ = (on, question, item);

        Assert.Equal(own, Read(name).History[^1].Text);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_triage_asks_and_waits_by_it(string name, string own, string on, string question, int item)
    {
        _ = own;

        var report = await app.TriageAsync(name);

        Assert.Equal(on, report.GetProperty("waiting").GetProperty("on").GetString());
        Assert.Contains(question, report.GetProperty("lastQuestion").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(item, report.GetProperty("lastQuestion").GetProperty("historyItem").GetInt32());
        AssertNobodySaysTheOthersWords(name, report.GetProperty("summary"));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_draft_answers_it(string name, string own, string on, string question, int item)
    {
        _ = (own, on, item);

        var draft = (await app.DraftAsync(name)).GetProperty("draft");

        Assert.Contains(question.TrimEnd('.'), draft.GetProperty("text").GetString(), StringComparison.Ordinal);
        AssertNobodySaysTheOthersWords(name, draft);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_digest_waits_by_it(string name, string own, string on, string question, int item)
    {
        _ = (own, question, item);
        var entry = app.DigestEntry(name);

        Assert.Equal(on, entry.GetProperty("waiting").GetProperty("on").GetString());
        Assert.NotEqual(JsonValueKind.Null, entry.GetProperty("line").ValueKind);
        Assert.DoesNotContain("newsletter", entry.GetProperty("line").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_in_between_are_kept_with_what_they_answer() => Assert.Equal(
        [
            ("Which version of the app do you use,", 2, "4.2"),
            ("and could you send us the log file?", 2, "Not before Monday, our admin is away. Can you look at our account without it?"),
        ],
        Read("inline").History[2].Answers!.Select(answer => (answer.Quoted, answer.HistoryItem ?? 0, answer.Answer)));

    [Fact]
    public async Task A_rep_does_not_threaten_what_he_only_quotes()
    {
        var report = await app.TriageAsync("rep-quotes-customer");

        Assert.DoesNotContain("stop all payments", report.GetProperty("actions").GetRawText(), StringComparison.Ordinal);
        Assert.All(
            report
                .GetProperty("summary")
                .GetProperty("statements")
                .EnumerateArray()
                .Where(statement => statement.GetRawText().Contains("stop all payments", StringComparison.Ordinal)),
            statement => Assert.Equal([1], statement.GetProperty("evidence").EnumerateArray().Select(number => number.GetInt32())));
    }

    [Fact]
    public async Task A_mail_that_is_only_forwarded_is_told_as_somebody_else_s()
    {
        var report = await app.TriageAsync("forward-only");
        var draft = await app.DraftAsync("forward-only");

        Assert.DoesNotContain(
            report.GetProperty("problems").EnumerateArray(), problem => problem.GetProperty("type").GetString() is "set-aside");
        Assert.All(
            [
                report.GetProperty("summary").GetProperty("text").GetString(),
                report.GetProperty("lastQuestion").GetProperty("text").GetString(),
                draft.GetProperty("draft").GetProperty("text").GetString(),
                app.DigestEntry("forward-only").GetProperty("line").GetProperty("text").GetString(),
            ],
            text => Assert.Contains("[Forwarded from Nordbank Disputes", text, StringComparison.Ordinal));
        Assert.Contains(
            "disputes the payment of 480.00 EUR", report.GetProperty("summary").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("team", report.GetProperty("waiting").GetProperty("on").GetString());
    }

    [Fact]
    public async Task Files_without_words_are_told_and_nothing_is_invented()
    {
        var report = await app.TriageAsync("attachment-only");
        var draft = await app.DraftAsync("attachment-only");

        Assert.Contains("invoice.pdf", report.GetProperty("summary").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains(
            "invoice", app.DigestEntry("attachment-only").GetProperty("line").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, report.GetProperty("lastQuestion").ValueKind);
        Assert.Equal("team", report.GetProperty("waiting").GetProperty("on").GetString());
        Assert.Equal(JsonValueKind.Null, draft.GetProperty("draft").ValueKind);
        Assert.Contains(
            "invoice-2291.pdf",
            Assert.Single(draft.GetProperty("problems").EnumerateArray()).GetProperty("detail").GetString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_cut_and_stands_nowhere_else_is_a_problem()
    {
        var problem = Assert.Single(
            (await app.TriageAsync("reply-above")).GetProperty("problems").EnumerateArray(),
            problem => problem.GetProperty("type").GetString() is "set-aside");

        Assert.Contains("Your request (QA1050) has been updated.", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    internal static Case Read(string name) => HistoryTexts.Separate(CaseReader.ParseCase(MailCases.Read(name).Deserialize<JsonElement>())!);

    // The rep's question in a customer's mouth, or the other way round.
    private static void AssertNobodySaysTheOthersWords(string name, JsonElement text)
    {
        var history = Read(name).History;
        foreach (var statement in text.GetProperty("statements").EnumerateArray())
        {
            var cited = statement.GetProperty("evidence").EnumerateArray().Select(number => history[number.GetInt32() - 1]).ToList();
            foreach (var words in Telling.Where(words => statement.GetRawText().Contains(words, StringComparison.Ordinal)))
            {
                Assert.Contains(cited, item => item.Text.Contains(words, StringComparison.Ordinal));
            }
        }
    }
}

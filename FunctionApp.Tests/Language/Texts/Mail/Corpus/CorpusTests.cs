using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Truto.Readers;

namespace FuseDeskFlows.Tests.Language.Texts.Mail.Corpus;

/// <summary>
/// Mails of many programs, languages and styles: no foreign word is in anybody's own text, and nothing of his own is lost.
/// </summary>
public sealed class CorpusTests
{
    public const string Notice = "A card holder disputes the payment of 480.00 EUR. Please answer by 19 November 2026.";

    public static TheoryData<string> Languages => [.. Parts.Select(parts => parts.Code)];

    private static IEnumerable<LanguageParts> Parts => [.. EuropeanParts.All, .. NorthernParts.All, .. OtherScripts.All];

    [Fact]
    public void The_corpus_is_large() => Assert.InRange(Parts.SelectMany(MailPrograms.Write).Count(), 200, 2_000);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Everybody_s_own_text_is_his_and_whole(string language) => Assert.All(
        MailPrograms.Write(Parts.Single(parts => string.Equals(parts.Code, language, StringComparison.Ordinal))),
        mail =>
        {
            var history = Mails.Separate(
                Mails.FromCustomer("The export of our member list is empty."),
                Mails.FromTeam(MailPrograms.Original(mail.Parts)),
                Mails.FromCustomer(PlainText.StripMarkup(mail.Text)));

            AssertOwn(mail, history[2]);
        });

    /// <summary>The mail that is answered may be missing: mail programs' marks are all there is then.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void What_is_quoted_from_a_mail_that_is_not_there_is_told(string language) => Assert.All(
        MailPrograms
            .Write(Parts.Single(parts => string.Equals(parts.Code, language, StringComparison.Ordinal)))
            .Where(mail => mail.Name.EndsWith(" top", StringComparison.Ordinal)),
        mail =>
        {
            var history = Mails.Separate(
                Mails.FromCustomer("The export of our member list is empty."), Mails.FromCustomer(PlainText.StripMarkup(mail.Text)));

            AssertOwn(mail, history[1]);
            Assert.Contains(mail.Parts.Team[2], history[1].SetAside?.Replace('\n', ' '), StringComparison.Ordinal);
        });

    private static void AssertOwn(CorpusMail mail, HistoryItem item)
    {
        var own = item.Text.Replace("P.S. ", "", StringComparison.Ordinal);
        if (mail.IsForward)
        {
            Assert.True(
                own.Length == 0
                    && item.Forwarded?.Text is Notice
                    && item.Forwarded.From?.Contains("nordbank", StringComparison.Ordinal) is true,
                $"{mail}: {item}");
            return;
        }

        var lines = own.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.SequenceEqual(mail.Own, StringComparer.Ordinal), $"{mail}: «{own}» of\n{mail.Text}");
    }
}

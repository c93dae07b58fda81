using FuseDeskFlows.Language.Texts.Languages;

namespace FuseDeskFlows.Tests.Language.Texts.Languages;

public sealed class LanguageTablesTests
{
    [Fact]
    public void Every_language_has_the_forms_of_its_mail_programs() => Assert.All(
        LanguageTables.All,
        table =>
            Assert.All<IReadOnlyList<string>>(
                [
                    table.Mail.Attributions, table.Mail.Headers.From, table.Mail.Headers.Sent, table.Mail.Headers.To,
                    table.Mail.Headers.Subject, table.Mail.Dividers, table.Mail.Forwards, table.Mail.ReplyAbove, table.Mail.DeviceLines,
                    table.Mail.Disclaimers, table.Mail.Introductions, table.Greetings, table.Closings,
                    table.Promises, table.Displeasure, table.Mail.Banners, table.AutomaticReplies.Invitations, table.Troubles,
                    table.Actions, table.Surveys, table.SurveyRemarks, table.ChatNotices, table.ClosingOffers, table.Patience,
                ],
                forms => Assert.NotEmpty(forms)));

    [Fact]
    public void Sixteen_languages_have_a_table() => Assert.Equal(
        ["ar", "da", "de", "en", "es", "fr", "he", "it", "ja", "ko", "nl", "no", "pl", "pt", "sv", "zh"],
        LanguageTables.All.Select(table => table.Code).Order(StringComparer.Ordinal));
}

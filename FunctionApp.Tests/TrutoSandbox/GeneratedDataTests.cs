using System.Text.Json;
using System.Text.Json.Nodes;
using FuseDeskFlows.TrutoSandbox.Data;
using FuseDeskFlows.TrutoSandbox.Data.Model;
using FuseDeskFlows.TrutoSandbox.Wire;

namespace FuseDeskFlows.Tests.TrutoSandbox;

public sealed class GeneratedDataTests
{
    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_one_does_not()
    {
        var first = Everything(1);

        Assert.Equal(first, Everything(1));
        Assert.NotEqual(first, Everything(2), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-7)]
    [InlineData(int.MaxValue)]
    public void Whatever_the_seed_the_counts_hold_and_nothing_lies_in_the_future(int seed)
    {
        var data = new Helpdesk(seed, SandboxClient.Today);

        Assert.Equal((600, 400, 120, 300), (data.Cases.Count, data.Contacts.Count, data.Chats.Count, data.Emails.Count));
        Assert.Equal(400, data.Contacts.Select(contact => contact.Email).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(399, data.Contacts.Select(contact => contact.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(600, data.Cases.Select(item => item.Number).Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(data.Cases, item => item.Updated > SandboxClient.Today || item.Opened > item.Updated);
        Assert.DoesNotContain(data.Chats, chat => chat.Messages[^1].At > SandboxClient.Today);
        Assert.All(data.Cases.Where(item => item.Id != SandboxPeople.EmptyHistoryCase), item => Assert.InRange(item.History.Count, 2, 80));
    }

    [Fact]
    public void A_status_fits_who_spoke_last()
    {
        var data = new Helpdesk(3, SandboxClient.Today);

        Assert.All(
            data.Cases.Where(item => item.History.Count > 0),
            item =>
                Assert.Equal(
                    item.Status,
                    item.History[^1].Kind switch
                    {
                        HistoryKind.EmailIn => "new",
                        HistoryKind.Status => "closed",
                        _ when item.Closed is not null => "closed",
                        _ => "open",
                    }));
    }

    [Fact]
    public void Some_cases_were_opened_today_even_just_after_midnight()
    {
        var midnight = new DateTimeOffset(2026, 6, 8, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(8, new Helpdesk(1, SandboxClient.Today).Cases.Count(item => item.Opened >= midnight));
        Assert.Equal(8, new Helpdesk(1, midnight).Cases.Count(item => item.Opened >= midnight));
    }

    [Fact]
    public void No_placeholder_is_left_in_any_text()
    {
        var data = new Helpdesk(1, SandboxClient.Today);
        var texts = data.Cases.SelectMany(item => item.History.Select(entry => entry.Body).Append(item.Summary))
            .Concat(data.Chats.SelectMany(chat => chat.Messages.Select(message => message.Text).Append(chat.Title)))
            .Concat(data.Emails.Select(mail => mail.Body));

        Assert.DoesNotContain(
            texts,
            text =>
                text.Contains("{order}", StringComparison.Ordinal)
                || text.Contains("{error}", StringComparison.Ordinal)
                || text.Contains("{ticket}", StringComparison.Ordinal)
                || text.Contains("{count}", StringComparison.Ordinal)
                || text.Contains("{last4}", StringComparison.Ordinal));
    }

    private static string Everything(int seed)
    {
        var data = new Helpdesk(seed, SandboxClient.Today);
        return new JsonArray(
            [
                .. data.Cases.Select(item => CaseJson.Detail(item, data.Team, data.ContactByAnyId(item.ContactUuid))),
                .. data.Chats.Select(ChatJson.Detail),
                .. data.Contacts.Select(PeopleJson.Write),
                .. data.Emails.Select(EmailJson.Detail),
            ]).ToJsonString(JsonSerializerOptions.Web);
    }
}

using System.Text.Json;
using FuseDeskFlows.Reports.Audit;

namespace FuseDeskFlows.Tests.Reports.Audit;

public sealed class EscalationNotificationTests
{
    [Fact]
    public void A_client_cannot_call_the_whole_channel()
    {
        var text = JsonElement
            .Parse(
                AuditNotification.Render(
                    HostileReports.Escalation("<!channel> & *bold* <https://evil.example|click>"), NotificationFormat.Slack))
            .GetProperty("text")
            .GetString()!;

        Assert.DoesNotContain('<', text);
        Assert.DoesNotContain('>', text);
        Assert.Contains("&lt;!channel&gt; &amp; ∗bold∗", text, StringComparison.Ordinal);
    }

    // Receivers that read Slack's form read Markdown and bare "@channel" too.
    [Fact]
    public void A_client_can_neither_call_nor_show_anything_to_those_who_read_more_than_Slack()
    {
        var text = JsonElement
            .Parse(
                AuditNotification.Render(HostileReports.Escalation("@channel ![x](https://evil.example/t.png)"), NotificationFormat.Slack))
            .GetProperty("text")
            .GetString()!;

        Assert.DoesNotContain("@channel", text, StringComparison.Ordinal);
        Assert.DoesNotContain("](", text, StringComparison.Ordinal);
    }

    // What a customer links to is not fetched by Slack, nor shown to the whole channel.
    [Fact]
    public void Links_of_clients_are_not_unfolded()
    {
        var message = JsonElement.Parse(
            AuditNotification.Render(HostileReports.Escalation("https://evil.example/a.png"), NotificationFormat.Slack));

        Assert.False(message.GetProperty("unfurl_links").GetBoolean());
        Assert.False(message.GetProperty("unfurl_media").GetBoolean());
    }

    [Fact]
    public void A_message_says_who_waits_how_long_and_whom_to_chase()
    {
        var report = HostileReports.Escalation("Elena") with { Problems = [] };

        var lines = JsonElement
            .Parse(AuditNotification.Render(report, NotificationFormat.Slack))
            .GetProperty("text")
            .GetString()!
            .Split('\n');

        Assert.Equal("*1 chat waits for an answer*", lines[0]);
        Assert.StartsWith(
            "*Elena, Elena*: waits 5 min · warning · Elena (disabled: somebody else must answer) · reported before",
            lines[1],
            StringComparison.Ordinal);
        Assert.Equal("Resolved: Elena.", lines[2]);
    }

    [Fact]
    public void A_long_list_is_cut_and_says_so()
    {
        var one = HostileReports.Escalation("Elena");
        var report = one with
        {
            Chats = [.. Enumerable.Repeat(one.Chats[0] with { Issue = one.Chats[0].Issue! with { Text = new('x', 5000) } }, 500)],
        };

        foreach (var format in Enum.GetValues<NotificationFormat>())
        {
            var message = AuditNotification.Render(report, format);
            Assert.Contains("And 485 more", message, StringComparison.Ordinal);
            Assert.InRange(message.Length, 1000, 28_000);
        }
    }

    [Fact]
    public void Where_chats_could_not_be_read_nothing_is_said_of_them()
    {
        var audited = HostileReports.Escalation("Elena") with { Chats = [] };
        var totals = audited.Totals with { ByDepartment = [] };

        Assert.Equal("No chat waits for an answer", AuditWords.Headline(audited));
        Assert.Equal("The chats could not be read", AuditWords.Headline(audited with { Totals = totals }));
        Assert.Equal(
            "No chat waits for an answer, as far as the chats could be read",
            AuditWords.Headline(audited with { Departments = [.. audited.Departments, new() { Id = new(99) }] }));
    }
}

using System.Text.Json;

namespace FuseDeskFlows.Tests.EndToEnd.Mail;

/// <summary>Whose turn it is after mail that no person wrote, and after thanks; and what lists of faults become.</summary>
public sealed class TurnCaseTests(MailApp app) : IClassFixture<MailApp>
{
    [Theory]
    [InlineData("auto-nl")]
    [InlineData("auto-re")]
    [InlineData("auto-headers")]
    public async Task An_automatic_reply_is_nobody_s_message(string name)
    {
        var report = await app.TriageAsync(name);

        Assert.Equal("customer", report.GetProperty("waiting").GetProperty("on").GetString());
        Assert.Equal(1, report.GetProperty("lastQuestion").GetProperty("historyItem").GetInt32());
        Assert.Equal("customer", app.DigestEntry(name).GetProperty("waiting").GetProperty("on").GetString());
        Assert.DoesNotContain(
            "23 ", (await app.DraftAsync(name)).GetProperty("draft").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thanks_leave_nobody_waiting_and_nothing_to_answer()
    {
        var report = await app.TriageAsync("thanks-closed");
        var draft = await app.DraftAsync("thanks-closed");

        Assert.Equal("nobody", report.GetProperty("waiting").GetProperty("on").GetString());
        Assert.Equal("nobody", app.DigestEntry("thanks-closed").GetProperty("waiting").GetProperty("on").GetString());
        Assert.Equal(JsonValueKind.Null, draft.GetProperty("draft").ValueKind);
    }

    [Fact]
    public async Task A_list_of_faults_is_told_whole()
    {
        var report = await app.TriageAsync("numbered");
        var summary = report.GetProperty("summary").GetProperty("text").GetString();

        Assert.All(
            ["export of the member list is empty", "import stops at row 500", "sent twice to members in Austria"],
            fault => Assert.Contains(fault, summary, StringComparison.Ordinal));
        Assert.Contains(
            "Please repair 3. first, e.g. today.",
            report.GetProperty("lastQuestion").GetProperty("text").GetString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_faults_of_a_mail_with_a_line_across_are_told()
    {
        var report = await app.TriageAsync("dashes");

        Assert.Contains("212 members", report.GetProperty("summary").GetProperty("text").GetString(), StringComparison.Ordinal);
    }
}

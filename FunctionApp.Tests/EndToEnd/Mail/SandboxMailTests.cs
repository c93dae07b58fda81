using FuseDeskFlows.TrutoSandbox.Data;

namespace FuseDeskFlows.Tests.EndToEnd.Mail;

/// <summary>The sandbox's own mails of many programs: a newcomer sees what is made of them.</summary>
public sealed class SandboxMailTests
{
    [Fact]
    public async Task The_case_of_many_mail_programs_is_told_in_everybody_s_own_words()
    {
        await using var app = await TriageApp.StartAsync();

        var report = await app.TriageAsync(new { email = SandboxPeople.MailProgramsEmail });

        Assert.Equal("team", report.GetProperty("waiting").GetProperty("on").GetString());
        Assert.Contains(
            "Who pays that fee, and when?", report.GetProperty("lastQuestion").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(7, report.GetProperty("lastQuestion").GetProperty("historyItem").GetInt32());
        Assert.DoesNotContain("summer courses", report.GetRawText(), StringComparison.Ordinal);
        Assert.All(
            report
                .GetProperty("summary")
                .GetProperty("statements")
                .EnumerateArray()
                .Where(statement => statement.GetRawText().Contains("was charged twice", StringComparison.Ordinal)),
            statement => Assert.Equal([5], statement.GetProperty("evidence").EnumerateArray().Select(number => number.GetInt32())));
    }

    [Fact]
    public async Task In_invented_cases_nothing_is_quoted_that_no_earlier_mail_has()
    {
        await using var app = await TriageApp.StartAsync();
        var from = DateTime.UtcNow.AddDays(-4).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        var report = await app.ReportAsync("api/cases/digest", new { openedFrom = from });

        Assert.DoesNotContain(
            report.GetProperty("problems").EnumerateArray(), problem => problem.GetProperty("type").GetString() is "set-aside");
    }
}

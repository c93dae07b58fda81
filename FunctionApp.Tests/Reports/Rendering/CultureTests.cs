using System.Globalization;
using FuseDeskFlows.Reports.Audit;
using FuseDeskFlows.Reports.Digest;
using FuseDeskFlows.Reports.Runs;
using FuseDeskFlows.Reports.Timeline;
using FuseDeskFlows.Reports.Triage;

namespace FuseDeskFlows.Tests.Reports.Rendering;

public sealed class CultureTests
{
    [Theory]
    [InlineData("de-DE")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    public void A_report_reads_the_same_whatever_language_the_machine_speaks(string culture)
    {
        var expected = RenderAll(CultureInfo.InvariantCulture);

        Assert.Equal(expected, RenderAll(CultureInfo.GetCultureInfo(culture)));
    }

    private static string[] RenderAll(CultureInfo culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            return
            [
                TriageMarkdown.Render(HostileText.Report("text")), RunMarkdown.Render(HostileText.Run("text")),
                AuditMarkdown.Render(HostileReports.Escalation("text")), DigestMarkdown.Render(HostileReports.Digest("text")),
                TimelineMarkdown.Render(HostileReports.Timeline("text")),
            ];
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}

using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Reports.Digest;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Reports.Timeline;
using FuseDeskFlows.Reports.Triage;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Tests.Reports.Digest;

public sealed class DigestWordsTests
{
    // A digest may hold cases of many years, and its days are those of another zone than its times.
    [Fact]
    public void A_time_has_its_year_and_its_zone()
    {
        var entry = new DigestEntry
        {
            Id = new(1),
            Waiting = new() { On = WaitingOn.Team, Since = Some.Moment, JudgedBy = WaitingJudgedBy.History },
        };

        Assert.Equal("waits for the team since 2 Mar 2026, 09:00 UTC", DigestWords.WhoWaits(entry));
    }

    [Fact]
    public void What_could_not_be_read_is_not_said_to_be_nothing()
    {
        ReportProblem[] refused =
        [
            ReportProblem.ForRefusedCall(
                "The list", new() { Kind = ToolErrorKind.Forbidden, Tool = "t", Message = "No." }),
        ];

        Assert.Equal("No case matches", DigestWords.Headline(new() { Query = new() }));
        Assert.Equal("The cases could not be listed", DigestWords.Headline(new() { Query = new(), Problems = refused }));
        Assert.Equal("No customer was found", TimelineWords.Headline(new()));
        Assert.Equal("The customer could not be looked up", TimelineWords.Headline(new() { Problems = refused }));
        Assert.Equal("Nothing to triage", TriageWords.Heading(new()));
        Assert.Equal("The case could not be read", TriageWords.Heading(new() { Problems = refused }));
    }
}

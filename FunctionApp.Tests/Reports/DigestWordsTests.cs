using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Reports;

namespace FuseDeskFlows.Tests.Reports;

public sealed class DigestWordsTests
{
    // A digest may hold cases of many years, and its days are those of another zone than its times.
    [Fact]
    public void A_time_has_its_year_and_its_zone()
    {
        var entry = new DigestEntry { Id = new(1), Waiting = new() { On = WaitingOn.Team, Since = Some.Moment, JudgedBy = WaitingJudgedBy.History } };

        Assert.Equal("waits for the team since 2 Mar 2026, 09:00 UTC", DigestWords.Turn(entry));
    }
}

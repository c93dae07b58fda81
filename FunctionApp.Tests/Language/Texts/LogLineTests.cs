using FuseDeskFlows.Language.Texts;

namespace FuseDeskFlows.Tests.Language.Texts;

public sealed class LogLineTests
{
    [Theory]
    [InlineData("2026-03-02 09:00:01 ERROR Import failed in the third row")]
    [InlineData("2026-03-02T09:00:01.123Z Import failed in the third row")]
    [InlineData("[2026-03-02 09:00] ERROR Import failed in the third row")]
    [InlineData("2026/03/02 09:00:01 [error] upstream timed out while reading")]
    [InlineData("[02/Mar/2026:09:00:01 +0000] GET of the page failed")]
    [InlineData("Mar  2 09:00:01 web kernel: out of memory")]
    [InlineData("09:00:01.123 Import failed in the third row")]
    [InlineData("09:00:01 WARN Import failed in the third row")]
    [InlineData("ERROR [main] the import has failed")]
    [InlineData("at Import.Read(Row row)")]
    [InlineData("{\"error\":4107,\"row\":3}")]
    public void Lines_of_logs_are_told(string line) => Assert.True(LogLine.IsOne(line));

    [Theory]
    [InlineData("2026-03-02 09:00 suits me for a call, can you ring me up?")]
    [InlineData("2026-03-02 is the day on which it stopped.")]
    [InlineData("At 09:00:01 the import stops.")]
    [InlineData("9:30 works for us.")]
    [InlineData("Error 4107 came again.")]
    [InlineData("ERROR: nobody can sign in any more.")]
    public void What_people_write_of_times_and_errors_is_not(string line) => Assert.False(LogLine.IsOne(line));
}

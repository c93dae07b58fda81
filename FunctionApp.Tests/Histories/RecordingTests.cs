namespace FuseDeskFlows.Tests.Histories;

/// <summary>
/// Records the histories of the present version, into the sources, when asked to:
/// <c>FUSEDESKFLOWS_RECORD_HISTORIES=1 dotnet run --project FunctionApp.Tests -- -class FuseDeskFlows.Tests.Histories.RecordingTests</c>.
/// </summary>
public sealed class RecordingTests
{
    public static bool IsAsked => Environment.GetEnvironmentVariable("FUSEDESKFLOWS_RECORD_HISTORIES") is "1";

    [Fact(Skip = "Records only with FUSEDESKFLOWS_RECORD_HISTORIES=1.", SkipUnless = nameof(IsAsked))]
    public async Task Record_the_histories_of_the_present_version()
    {
        var recordings = new Recordings();
        await recordings.RecordAsync();

        Assert.All(recordings.Histories, history => Assert.Empty(HistoryReplay.Problems(history, new AppFlows(), AppFlows.Converter())));
        HistoryFiles.Replace(HistoryFiles.PresentVersion(), recordings.Histories, recordings.States);
    }
}

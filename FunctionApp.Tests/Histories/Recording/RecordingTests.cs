namespace FuseDeskFlows.Tests.Histories.Recording;

/// <summary>
/// Runs every flow anew and compares what it does with the histories of the present version; or, if asked to, writes those into the
/// sources:
/// <c>FUSEDESKFLOWS_RECORD_HISTORIES=1 dotnet run --project FunctionApp.Tests -- -class "*.RecordingTests"</c>.
/// </summary>
public sealed class RecordingTests
{
    private static bool IsToWrite => Environment.GetEnvironmentVariable("FUSEDESKFLOWS_RECORD_HISTORIES") is "1";

    [Fact]
    public async Task New_runs_take_the_steps_that_are_recorded_for_the_present_version()
    {
        var recordings = new Recordings();
        await recordings.RecordAsync();
        Assert.All(
            recordings.Histories,
            history => Assert.Empty(HistoryReplay.Problems(history, Flow.Named(history.Flow), AppFunctions.Converter())));
        if (IsToWrite)
        {
            HistoryFiles.Replace(HistoryFiles.PresentVersion(), recordings.Histories, recordings.States);
        }

        var version = HistoryFiles.PresentVersion();
        Assert.Equal(
            HistoryFiles.Names.Where(name => name.EndsWith($"-{version}.json", StringComparison.Ordinal)),
            recordings.Histories.Select(history => history.FileName()).Order(StringComparer.Ordinal));
        Assert.All(recordings.Histories, history => Assert.Equal(Steps(HistoryFiles.Read(history.FileName())), Steps(history)));
    }

    // What answers them may come in another order: many run at once.
    private static IEnumerable<string> Steps(RecordedHistory history) =>
        history.Events.Where(e => e.IsStep).Select(e => $"{e.Step} {e.Kind} {e.Name}");
}

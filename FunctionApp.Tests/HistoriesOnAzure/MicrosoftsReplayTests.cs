using System.Runtime.CompilerServices;
using System.Text.Json;
using FuseDeskFlows.Tests.Histories;
using Microsoft.DurableTask.Protobuf;

namespace FuseDeskFlows.Tests.HistoriesOnAzure;

/// <summary>The histories that were recorded on the embedded host, replayed by Microsoft's own worker: what one takes, the other takes too.</summary>
public sealed class MicrosoftsReplayTests
{
    public static TheoryData<string> Histories => [.. Directory.EnumerateFiles(Folder(), "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Histories))]
    public void Microsofts_worker_asks_for_the_same_steps_and_comes_to_the_same_end(string file)
    {
        var history = JsonElement.Parse(File.ReadAllText(Path.Combine(Folder(), file)));
        var replay = new MicrosoftsReplay(history);

        replay.Run();

        var last = history.GetProperty("events").EnumerateArray().Last();
        if (last.TryGetProperty("failure", out var failure))
        {
            Assert.Equal(OrchestrationStatus.Failed, replay.End!.OrchestrationStatus);
            Assert.Equal(failure.GetProperty("message").GetString(), replay.End.FailureDetails.ErrorMessage);
        }
        else
        {
            Assert.Equal((OrchestrationStatus.Completed, null), (replay.End!.OrchestrationStatus, replay.End.FailureDetails?.ErrorMessage));
            Assert.Null(JsonLoss.Find(last.TryGetProperty("data", out var data) ? data.GetRawText() : null, replay.End.Result));
        }
    }

    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "..", "Histories");
}

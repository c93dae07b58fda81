using System.Text.Json;

namespace FuseDeskFlows.Tests.Histories;

/// <summary>
/// Today's code, replayed by Microsoft's worker on what released versions did: a change that would break runs that wait while it is
/// deployed fails here.
/// </summary>
public sealed class HistoryTests
{
    public static TheoryData<string> Histories => [.. HistoryFiles.Names];

    public static TheoryData<string> Versions => [.. HistoryFiles.StateVersions];

    [Theory]
    [MemberData(nameof(Histories))]
    public void The_code_still_does_what_this_run_did(string file)
    {
        var problems = Replay(HistoryFiles.Read(file));

        Assert.True(problems.Count == 0, string.Join('\n', [.. problems, HistoryReplay.Advice]));
    }

    /// <summary>What an activity or an entity of the old version was sent is still under way when the new one starts.</summary>
    [Theory]
    [MemberData(nameof(Histories))]
    public void Activities_and_entities_still_read_all_that_this_run_sent_them(string file)
    {
        foreach (var step in HistoryFiles.Read(file).Events)
        {
            AssertKept($"{file}, event {step.No}", step.Data?.GetRawText(), () => AppFunctions.InputOf(step));
        }
    }

    /// <summary>Entities have no version: new code reads what old code left.</summary>
    [Theory]
    [MemberData(nameof(Versions))]
    public void Entities_still_read_all_of_the_states_that_a_version_left(string version)
    {
        foreach (var entity in HistoryFiles.ReadStates(version))
        {
            AssertKept(
                $"{entity.Entity}, version {version}, {entity.Scenario}",
                entity.State.GetRawText(),
                () => AppFunctions.StateOf(entity.Entity));
        }
    }

    [Fact]
    public void Every_flow_has_a_history_of_the_present_version()
    {
        var version = HistoryFiles.PresentVersion();
        var recorded = HistoryFiles.Names
            .Select(HistoryFiles.Read)
            .Where(history => string.Equals(history.Version, version, StringComparison.Ordinal))
            .Select(history => history.Flow)
            .ToHashSet(StringComparer.Ordinal);

        var missing = AppFunctions.Flows.Except(recorded).ToList();
        Assert.True(
            missing.Count == 0,
            $"No history of version {version}: {string.Join(", ", missing)}. Add a scenario to Recordings.cs if it has none, and record:\n"
                + $"{HistoryReplay.Advice}");
    }

    private static IReadOnlyList<string> Replay(RecordedHistory history) =>
        HistoryReplay.Problems(history, Flow.Named(history.Flow), AppFunctions.Converter());

    private static void AssertKept(string what, string? json, Func<Type?> type)
    {
        var problem = Problem(json, type);
        Assert.True(problem is null, $"{what}: {problem}\n{HistoryReplay.Advice}");
    }

    private static string? Problem(string? json, Func<Type?> type)
    {
        try
        {
            var converter = new CheckingConverter(AppFunctions.Converter());
            _ = type() is { } known ? converter.Deserialize(json, known) : null;
            return converter.Losses.Count == 0 ? null : string.Join(' ', converter.Losses);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return e.Message;
        }
    }
}

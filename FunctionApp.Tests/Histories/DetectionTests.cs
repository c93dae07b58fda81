using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.Tests.Histories;

/// <summary>
/// That a replay finds every kind of change that breaks runs, and takes no other for one: a small flow, changed against its own history.
/// </summary>
public sealed class DetectionTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    [Theory]
    [InlineData("nothing")]
    [InlineData("other inputs")]
    [InlineData("another pause")]
    [InlineData("a new field in the result")]
    public void What_is_safe_is_no_problem(string change) => Assert.Empty(Problems(change));

    [Theory]
    [InlineData("a renamed activity", "at event 3. Step 0: history has activity 'Read', the code asked for activity 'Fetch'")]
    [InlineData("an activity before", "at event 3. Step 0: history has activity 'Read', the code asked for activity 'Check'")]
    [InlineData("an activity between", "at event 6. Step 1: history has a timer, the code asked for activity 'Check'")]
    [InlineData("an activity behind", "after event 20, the last. Step 5: history has nothing, the code asked for activity 'Check'")]
    [InlineData("no first activity", "at event 3. Step 0: history has activity 'Read', the code asked for a timer")]
    [InlineData("no last activity", "at event 17. Step 4: history has activity 'Write', the code asked for nothing")]
    [InlineData("activities in another order", "at event 3. Step 0: history has activity 'Read', the code asked for activity 'Write'")]
    [InlineData("no timer", "at event 6. Step 1: history has a timer, the code asked for a call of entity operation 'ledger.Ask'")]
    [InlineData(
        "another operation",
        "at event 9. Step 2: history has a call of entity operation 'ledger.Ask' of @ledger@1, "
            + "the code asked for a call of entity operation 'ledger.Book' of @ledger@1")]
    [InlineData(
        "another entity",
        "at event 9. Step 2: history has a call of entity operation 'ledger.Ask' of @ledger@1, "
            + "the code asked for a call of entity operation 'diary.Ask' of @diary@1")]
    [InlineData(
        "a signal for a call",
        "at event 9. Step 2: history has a call of entity operation 'ledger.Ask' of @ledger@1, "
            + "the code asked for a signal of entity operation 'ledger.Ask' of @ledger@1")]
    [InlineData(
        "another sub-orchestration",
        "at event 12. Step 3: history has sub-orchestration 'Child', version 1.0, the code asked for sub-orchestration 'Kid', version 1.0")]
    [InlineData("another event", "at event 17. Step 4: history has activity 'Write', the code asked for nothing")]
    [InlineData(
        "another result", "Flow ends with another result than event 20: $.Text was \"read, 7, child, go, written\" and is now \"other\"")]
    [InlineData("a result without a field", "Flow ends with another result than event 20: $.Text is lost")]
    [InlineData("a failure", "Flow fails where history has a result, at event 20: System.InvalidOperationException: broken")]
    [InlineData("a renamed property", "Reading does not keep what was recorded: $.Text is lost")]
    [InlineData(
        "a type that cannot be read",
        "at event 6. Step 1: history has a timer, the code asked for nothing. The code had failed: System.Text.Json.JsonException")]
    [InlineData("an await that is not durable", "at event 3. Step 0: history has activity 'Read', the code asked for nothing")]
    public void What_breaks_runs_is_named_with_its_event(string change, string problem)
    {
        var problems = Problems(change);

        Assert.Contains(
            problems,
            found =>
                found.StartsWith("Flow-small-1.0.json: ", StringComparison.Ordinal) && found.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void A_run_that_fails_otherwise_than_recorded_is_named()
    {
        var history = SmallHistory.OfFailure("no input");

        Assert.Empty(Problems(history, _ => throw new InvalidOperationException("no input")));
        Assert.Contains(
            "now it is 'System.InvalidOperationException: other'",
            Assert.Single(Problems(history, _ => throw new InvalidOperationException("other"))),
            StringComparison.Ordinal);
        Assert.Contains(
            "ends with a result where history failed",
            Assert.Single(Problems(history, _ => Task.FromResult<object>(1))),
            StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Problems(string change) => Problems(SmallHistory.OfAll(Pause), Changed(change));

    private static IReadOnlyList<string> Problems(RecordedHistory history, Func<TaskOrchestrationContext, Task<object>> flow) =>
        HistoryReplay.Problems(history, new SmallFlow(flow), JsonDataConverter.Default);

    private static Func<TaskOrchestrationContext, Task<object>> Changed(string change) => async context =>
    {
        bool Is(string name) => string.Equals(change, name, StringComparison.Ordinal);
        if (Is("an activity before"))
        {
            await context.CallActivityAsync("Check");
        }

        if (Is("activities in another order"))
        {
            await context.CallActivityAsync<string>("Write", "written");
        }

        if (Is("an await that is not durable"))
        {
            await Task.Delay(Pause);
        }

        var text = Is("no first activity") ? "read, 7" : await ReadAsync(context, change);
        if (Is("an activity between"))
        {
            await context.CallActivityAsync("Check");
        }

        if (!Is("no timer"))
        {
            await context.CreateTimer(Is("another pause") ? Pause * 2 : Pause, CancellationToken.None);
        }

        var ledger = new EntityInstanceId(Is("another entity") ? "Diary" : "Ledger", "1");
        if (Is("a signal for a call"))
        {
            await context.Entities.SignalEntityAsync(ledger, "Ask", 1);
        }

        await context.Entities.CallEntityAsync<int>(ledger, Is("another operation") ? "Book" : "Ask", Is("other inputs") ? 2 : 1);
        text += ", " + await context.CallSubOrchestratorAsync<string>(Is("another sub-orchestration") ? "Kid" : "Child");
        text += ", " + await context.WaitForExternalEvent<string>(Is("another event") ? "Stop" : "Go");
        if (!Is("no last activity"))
        {
            text += ", " + await context.CallActivityAsync<string>("Write", Is("other inputs") ? "else" : "written");
        }

        if (Is("an activity behind"))
        {
            await context.CallActivityAsync("Check");
        }

        return change switch
        {
            "another result" => new { Text = "other" },
            "a result without a field" => new { Other = text },
            "a new field in the result" => new { Text = text, More = 1 },
            "a failure" => throw new InvalidOperationException("broken"),
            _ => new { Text = text },
        };
    };

    private static async Task<string> ReadAsync(TaskOrchestrationContext context, string change)
    {
        var input = change is "other inputs" ? "else" : "read";
        switch (change)
        {
            case "a renamed activity":
                return await context.CallActivityAsync<string>("Fetch", input);
            case "a renamed property":
                var renamed = await context.CallActivityAsync<RenamedReading>("Read", input);
                return $"{renamed.Words}, {renamed.Pages}";
            case "a type that cannot be read":
                return $"{await context.CallActivityAsync<int>("Read", input)}";
            default:
                var reading = await context.CallActivityAsync<Reading>("Read", input);
                return $"{reading.Text}, {reading.Pages}";
        }
    }

    private sealed record Reading(string Text, int Pages);

    private sealed record RenamedReading(string? Words, int Pages);

    private sealed class SmallFlow(Func<TaskOrchestrationContext, Task<object>> run) : ITaskOrchestrator
    {
        public Type InputType => typeof(object);

        public Type OutputType => typeof(object);

        public async Task<object?> RunAsync(TaskOrchestrationContext context, object? input) => await run(context);
    }
}

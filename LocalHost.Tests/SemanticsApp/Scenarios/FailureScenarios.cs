using SemanticsApp.Orchestrations;
using SemanticsApp.Outcomes;

namespace SemanticsApp.Scenarios;

/// <summary>Failures and retries.</summary>
public static class FailureScenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("An activity's failure fails its orchestration", stage => stage.RunAsync(nameof(Failures.FailsInActivity), "plain")),
        new("An activity's inner failures are kept", stage => stage.RunAsync(nameof(Failures.FailsInActivity), "nested")),
        new("An activity's aggregate failure is kept", stage => stage.RunAsync(nameof(Failures.CatchesFailure), "aggregate")),
        new("A failure's long message is kept", stage => stage.RunAsync(nameof(Failures.CatchesFailure), "long")),
        new("An orchestration catches its activity's failure", stage => stage.RunAsync(nameof(Failures.CatchesFailure), "nested")),
        new("An orchestration's own failure is told", stage => stage.RunAsync(nameof(Failures.FailsItself), "own")),
        new("An unknown activity fails its orchestration", stage => stage.RunAsync(nameof(Failures.CallsUnknownActivity))),
        new("An unknown child fails its parent", stage => stage.RunAsync(nameof(Failures.CallsUnknownChild))),
        new("An unknown orchestration fails", stage => stage.RunAsync("NoSuchOrchestration", "x")),
        new("An input that cannot be read fails its orchestration", stage => stage.RunAsync(nameof(Failures.NeedsNumber), "no number")),
        new("A policy retries until the work goes well", stage => stage.RunAsync(nameof(Failures.RetriesByPolicy), 2)),
        new("A policy gives up after its last attempt", stage => stage.RunAsync(nameof(Failures.RetriesByPolicy), 3)),
        new("A policy's judge ends the retries", stage => stage.RunAsync(nameof(Failures.RetriesWhileAgreed))),
        new("A policy's time ends the retries", stage => stage.RunAsync(nameof(Failures.RetriesForATime))),
        new("A handler retries until the work goes well", stage => stage.RunAsync(nameof(Failures.RetriesByHandler), 2)),
        new("A handler gives up", stage => stage.RunAsync(nameof(Failures.RetriesByHandler), 5)),
        new("A failing child is retried under another id each time", stage => stage.RunAsync(nameof(Failures.RetriesChild))),
        new("A failing child is retried under the same id", async stage =>
        {
            await stage.RunAsync(nameof(Failures.RetriesChild), stage.Id("child"));
            await stage.ShowEndAsync("child", stage.Id("child"));
        }),
    ];
}

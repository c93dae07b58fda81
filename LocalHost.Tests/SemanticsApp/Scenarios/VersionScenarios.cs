using Microsoft.DurableTask;
using SemanticsApp.Orchestrations;
using SemanticsApp.Outcomes;

namespace SemanticsApp.Scenarios;

/// <summary>Versions, by how the host matches them.</summary>
public static class VersionScenarios
{
    /// <summary>The host is of version 2.0, runs that alone, and leaves the others to hosts of theirs.</summary>
    private const string Strict = "strict";

    /// <summary>The host is of version 2.0, runs that and older ones, and fails the others.</summary>
    private const string CurrentOrOlder = "currentOrOlder";

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("A host without a version runs what has none", stage => RunAsync(stage, null)),
        new("A host without a version leaves versions alone", stage => LeaveAsync(stage, "3.1")),
        new("A child of another version than its host", WaitForRejectedChildAsync),
        new("A strict host runs its own version", stage => RunAsync(stage, "2.0")) { Setting = Strict },
        new("A strict host gives its version to what has none", stage => RunAsync(stage, null)) { Setting = Strict },
        new("A strict host leaves an older version alone", stage => LeaveAsync(stage, "1.0")) { Setting = Strict },
        new("A strict host leaves a newer version alone", stage => LeaveAsync(stage, "3.0")) { Setting = Strict },
        new("Children on a strict host", WaitForRejectedChildAsync) { Setting = Strict },
        new("A host of a version runs its own", stage => RunAsync(stage, "2.0")) { Setting = CurrentOrOlder },
        new("A host of a version runs an older one", stage => RunAsync(stage, "1.0")) { Setting = CurrentOrOlder },
        new("A host of a version fails a newer one", stage => RunAsync(stage, "3.0")) { Setting = CurrentOrOlder },
        new("Children on a host of a version", stage => RunAsync(stage, null, nameof(Versioned.TellsChildVersions)))
            { Setting = CurrentOrOlder },
        new("An older version that continues as the host's own", stage => RunAsync(stage, "1.0", nameof(Generations.NextVersion)))
            { Setting = CurrentOrOlder },
        new("A failed version's id can be used again", async stage =>
        {
            await RunAsync(stage, "3.0");
            await RunAsync(stage, "1.0", label: "again");
        }) { Setting = CurrentOrOlder },
    ];

    private static async Task RunAsync(
        Stage stage, string? version, string orchestration = nameof(Versioned.TellsVersion), bool wait = true, string label = "end")
    {
        var options = new StartOrchestrationOptions(stage.Id());
        if (version is not null)
        {
            options = options with { Version = version };
        }

        await stage.Client.ScheduleNewOrchestrationInstanceAsync(orchestration, options);
        if (wait)
        {
            await stage.ShowEndAsync(label, stage.Id());
        }
        else
        {
            await stage.HoldAsync(1.5);
            await stage.ShowAsync(label, stage.Id());
        }
    }

    /// <summary>The child of no version of its own ends; the other is nobody's, so its parent waits.</summary>
    private static async Task WaitForRejectedChildAsync(Stage stage)
    {
        var id = await stage.StartUntilAsync("inherited", nameof(Versioned.TellsChildVersions));
        await stage.HoldAsync();
        await stage.ShowAsync("waiting", id);
    }

    private static async Task LeaveAsync(Stage stage, string version)
    {
        await RunAsync(stage, version, wait: false);
        await stage.TryAsync("terminate", () => stage.Client.TerminateInstanceAsync(stage.Id(), "nobody runs it"));
        await stage.ShowEndAsync("later", stage.Id());
    }
}

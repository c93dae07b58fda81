using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LocalHost.Tests.Semantics;

/// <summary>What small orchestrations come to is the same on SQLite as on azureStorage.</summary>
public sealed class SemanticsTests(SemanticsRuns runs) : IClassFixture<SemanticsRuns>
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Scenarios => [.. ScenarioNames.All];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Its_outcome_is_that_of_azureStorage(string scenario)
    {
        var expected = JsonNode.Parse(await runs.AzureStorage.OutcomeAsync(scenario).WaitAsync(TestContext.Current.CancellationToken))!;
        var actual = JsonNode.Parse(await runs.Sqlite.OutcomeAsync(scenario).WaitAsync(TestContext.Current.CancellationToken))!;
        foreach (var difference in KnownDifferences.All.Where(known => string.Equals(known.Scenario, scenario, StringComparison.Ordinal)))
        {
            SettleKnown(difference, expected, actual);
        }

        var (theirs, ours) = (expected.ToJsonString(Readable), actual.ToJsonString(Readable));
        Assert.True(string.Equals(theirs, ours, StringComparison.Ordinal), $"On azureStorage:\n{theirs}\nOn SQLite:\n{ours}");
    }

    [Fact]
    public async Task Every_scenario_of_the_app_is_in_the_table()
    {
        var listed = await runs.Listed.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            listed.Select(scenario => scenario.Name).Order(StringComparer.Ordinal), ScenarioNames.All.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_known_difference_is_of_a_scenario_in_the_table() =>
        Assert.All(KnownDifferences.All, known => Assert.Contains(known.Scenario, ScenarioNames.All));

    /// <summary>Checks that SQLite is as the difference says, and takes the place out of both outcomes.</summary>
    private static void SettleKnown(KnownDifference difference, JsonNode expected, JsonNode actual)
    {
        var names = difference.Path.Split('/');
        var (theirs, ours) = (Parent(expected, names), Parent(actual, names));
        if (difference.OnSqlite is not null)
        {
            Assert.Equal(JsonNode.Parse(difference.OnSqlite)?.ToJsonString(Readable), ours?[names[^1]]?.ToJsonString(Readable));
        }

        theirs?.Remove(names[^1]);
        ours?.Remove(names[^1]);
    }

    private static JsonObject? Parent(JsonNode outcome, string[] names) =>
        names[..^1].Aggregate((JsonNode?)outcome, (at, name) => at?[name]) as JsonObject;
}

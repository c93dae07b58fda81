using LocalHost.Tests.Oracle.Listed;
using LocalHost.Tests.Oracle.Replays;

namespace LocalHost.Tests.Oracle;

/// <summary>The measure of the local host: what the real Functions host answered to the same questions.</summary>
public sealed class OracleTests(OracleReplays replays) : IClassFixture<OracleReplays>
{
    public static TheoryData<string, int, string> Steps()
    {
        var rows = new TheoryData<string, int, string>();
        foreach (var recording in OracleReplays.Replayed.Select(Recording.Read))
        {
            var skipped = Plan.Of(recording.Name).Skip;
            foreach (var step in recording.Steps.Where(step => !skipped.ContainsKey(step.Index)))
            {
                rows.Add(recording.Name, step.Index, step.Name);
            }
        }

        return rows;
    }

    public static TheoryData<string, string, string> Places() =>
        [.. ListedDifferences.Read().Places.Select(place => (place.Recording, place.Steps, place.At))];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task It_answers_as_the_real_host_does_or_as_is_listed(string recording, int step, string name)
    {
        var results = await replays.ResultsAsync(recording);
        var result = results.Single(result => result.Index == step);
        var unlisted = replays.Listed.Unlisted(recording, result).Select(difference => $"not listed: {difference}");
        var gone = replays.Listed.Gone(recording, result).Select(place => $"listed, and gone: {place}");
        var wrong = string.Join('\n', unlisted.Concat(gone));
        Assert.True(wrong.Length == 0, $"{recording} {step}, {name}:\n{wrong}");
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task What_is_listed_does_differ(string recording, string steps, string at)
    {
        var place = replays.Listed.Places.First(place => (place.Recording, place.Steps, place.At).Equals((recording, steps, at)));
        foreach (var name in OracleReplays.Replayed.Where(place.IsOf))
        {
            var results = await replays.ResultsAsync(name);
            if (results.Any(result => result.Differences.Any(difference => place.Covers(name, result.Index, result.Name, difference))))
            {
                return;
            }
        }

        Assert.Fail($"{place} agrees by now: strike it out.");
    }
}

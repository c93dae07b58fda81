using System.Text.Json;
using LocalHost.Tests.Oracle.Replays;
using LocalHost.Tests.Oracle.Templates;

namespace LocalHost.Tests.Oracle.Listed;

/// <summary>The table of differences: no more, no less than these may show.</summary>
internal sealed class ListedDifferences(IReadOnlyList<ListedDifference> all)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>In the order in which users read of them.</summary>
    public IReadOnlyList<ListedDifference> All { get; } = all;

    /// <summary>All places, one a test.</summary>
    public IEnumerable<Place> Places => All.SelectMany(difference => difference.Places);

    /// <summary>Reads the table.</summary>
    public static ListedDifferences Read()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Oracle", "differences.json"));
        return new ListedDifferences(JsonSerializer.Deserialize<IReadOnlyList<ListedDifference>>(file, Options)!);
    }

    /// <summary>Nothing differs but what is listed, and all of that does.</summary>
    public bool IsAsListed(string recording, RecordedStep step, IReadOnlyList<Difference> differences)
    {
        var result = new StepResult(step.Index, step.Name, differences);
        return !Unlisted(recording, result).Any() && !Gone(recording, result).Any();
    }

    /// <summary>What differs and is not listed.</summary>
    public IEnumerable<Difference> Unlisted(string recording, StepResult result) =>
        result.Differences.Where(difference => !Places.Any(place => place.Covers(recording, result.Index, result.Name, difference)));

    /// <summary>What is listed for this step and does not differ any more.</summary>
    public IEnumerable<Place> Gone(string recording, StepResult result) => Places.Where(place => place.IsRequiredIn(recording, result.Index)
        && !result.Differences.Any(difference => place.Covers(recording, result.Index, result.Name, difference)));
}

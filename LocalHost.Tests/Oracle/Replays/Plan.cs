using System.IO.Enumeration;
using System.Text.Json;

namespace LocalHost.Tests.Oracle.Replays;

/// <summary>How a recording is replayed: what it does not say itself. All keys are indexes of steps, from 0.</summary>
internal sealed record Plan
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Environment variables of the host.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Before all steps.</summary>
    public IReadOnlyList<PreparationOfMany> Each { get; init; } = [];

    /// <summary>Before a step.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<Preparation>> Before { get; init; } = new Dictionary<int, IReadOnlyList<Preparation>>();

    /// <summary>What stands for placeholders without a number in a request.</summary>
    public IReadOnlyDictionary<int, IReadOnlyDictionary<string, string>> Values { get; init; } =
        new Dictionary<int, IReadOnlyDictionary<string, string>>();

    /// <summary>Headers that were sent and not recorded.</summary>
    public IReadOnlyDictionary<int, IReadOnlyDictionary<string, string?>> Headers { get; init; } =
        new Dictionary<int, IReadOnlyDictionary<string, string?>>();

    /// <summary>Paths that hold a moment of the day of the recording.</summary>
    public IReadOnlyDictionary<int, string> Paths { get; init; } = new Dictionary<int, string>();

    /// <summary>Steps whose arrays may have another order: chance decided it.</summary>
    public IReadOnlyCollection<int> AnyOrder { get; init; } = [];

    /// <summary>Where, with <c>*</c>, answers are not compared, and why: the instances are not those of the recording in all.</summary>
    public IReadOnlyDictionary<string, string> Ignore { get; init; } = new Dictionary<string, string>();

    /// <summary>Steps that cannot be compared, and why.</summary>
    public IReadOnlyDictionary<int, string> Skip { get; init; } = new Dictionary<int, string>();

    /// <summary>Whether a place is left out.</summary>
    public bool Ignores(string at) => Ignore.Keys.Any(place => FileSystemName.MatchesSimpleExpression(place, at));

    /// <summary>The plan of a recording; one that needs none has an empty one.</summary>
    public static Plan Of(string recording)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Oracle", "plans.json"));
        var plans = JsonSerializer.Deserialize<Dictionary<string, Plan>>(file, Options)!;
        return plans.GetValueOrDefault(recording) ?? new Plan();
    }
}

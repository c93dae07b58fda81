using System.Globalization;
using System.IO.Enumeration;
using LocalHost.Tests.Oracle.Templates;

namespace LocalHost.Tests.Oracle.Listed;

/// <summary>Where answers differ in a listed way.</summary>
/// <param name="Recording">The recording's name, with <c>*</c> for any text.</param>
/// <param name="Steps">Indexes (<c>3,7-9</c>): it is so in each of them. Or a name with <c>*</c>: it is so in at least one.</param>
/// <param name="At">Where in the answer, with <c>*</c>.</param>
/// <param name="Here">What this host says there, with <c>*</c>; null: anything.</param>
internal sealed record Place(string Recording, string Steps, string At, string? Here)
{
    /// <summary>The difference must be there in this very step.</summary>
    public bool IsRequiredIn(string recording, int index) => IsOf(recording) && Indexes is { } indexes && indexes.Contains(index);

    /// <summary>Whether it is about a recording at all.</summary>
    public bool IsOf(string recording) => FileSystemName.MatchesSimpleExpression(Recording, recording);

    /// <summary>Whether a difference of a step is this one.</summary>
    public bool Covers(string recording, int index, string name, Difference difference) => IsOf(recording)
        && (Indexes?.Contains(index) ?? FileSystemName.MatchesSimpleExpression(Steps, name))
        && FileSystemName.MatchesSimpleExpression(At, difference.At)
        && (Here is null || FileSystemName.MatchesSimpleExpression(Here, difference.Here));

    /// <inheritdoc />
    public override string ToString() => $"{Recording}, steps {Steps}, at {At}{(Here is null ? "" : $": {Here}")}";

    private HashSet<int>? Indexes => Steps.Any(char.IsAsciiLetter) || Steps.Contains('*', StringComparison.Ordinal)
        ? null
        : [.. Steps.Split(',').SelectMany(Range)];

    private static IEnumerable<int> Range(string part)
    {
        var ends = part.Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToArray();
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
    }
}

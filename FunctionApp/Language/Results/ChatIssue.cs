using System.Text.Json.Serialization;

namespace FuseDeskFlows.Language.Results;

/// <summary>What a live chat is about.</summary>
public sealed record ChatIssue
{
    /// <summary>Two sentences at most: the trouble, and what the client waits for.</summary>
    [JsonPropertyName("text")]
    public required string Text { get; init; }

    /// <summary>The numbers of the messages that it rests on.</summary>
    [JsonPropertyName("evidence")]
    public IReadOnlyList<int> Evidence { get; init; } = [];

    /// <summary>What wrote it: <c>extractive</c>, or a model's name.</summary>
    [JsonPropertyName("writtenBy")]
    public required string WrittenBy { get; init; }

    // A client who wrote nothing has no issue.
    internal static ChatIssue? From(GeneratedText? text) => text is null
        ? null
        : new()
        {
            Text = text.Text,
            Evidence = [.. text.Statements.SelectMany(statement => statement.Evidence).Distinct().Order()],
            WrittenBy = text.WrittenBy,
        };
}

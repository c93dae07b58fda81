using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk;

namespace FuseDeskFlows.Language.Budget;

/// <summary>The fields of a history item that a model is shown. Their names tell it whose words are whose.</summary>
internal sealed record PromptLine
{
    public required int Item { get; init; }

    public required string? At { get; init; }

    public required string By { get; init; }

    public required string? Name { get; init; }

    public required HistoryKind Kind { get; init; }

    public required string? Subject { get; init; }

    public required string Text { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<InlineAnswer>? QuotedAboveAnswers { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ForwardedText? ForwardedFromSomebodyElse { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? AttachedFiles { get; init; }
}

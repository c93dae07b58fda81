using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.FuseDesk;

/// <summary>One thing that was said or done in a case.</summary>
public sealed record HistoryItem
{
    /// <summary>The position in the history, from 1 for the oldest: what a report cites.</summary>
    [JsonPropertyName("number")]
    public required int Number { get; init; }

    /// <summary>How it came about.</summary>
    [JsonPropertyName("kind")]
    public HistoryKind Kind { get; init; }

    /// <summary>Which way it went.</summary>
    [JsonPropertyName("direction")]
    public Direction Direction { get; init; }

    /// <summary>True for what a machine sent: an automatic reply, a bounced mail, a survey. It says nothing of whose turn it is.</summary>
    [JsonPropertyName("isAutomatic")]
    public bool IsAutomatic { get; init; }

    /// <summary>True for a customer's message of nothing but thanks: nobody has to answer it.</summary>
    [JsonPropertyName("onlyThanks")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool OnlyThanks { get; init; }

    /// <summary>True for what the team wrote after the customer's thanks without asking anything: nobody has to answer it either.</summary>
    [JsonPropertyName("endsMatter")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool EndsMatter { get; init; }

    /// <summary>When it happened, where FuseDesk says so.</summary>
    [JsonPropertyName("at")]
    public DateTimeOffset? At { get; init; }

    /// <summary>The rep who wrote it; null for the customer and for the system.</summary>
    [JsonPropertyName("repId")]
    public RepId? RepId { get; init; }

    /// <summary>The author's name as the item shows it.</summary>
    [JsonPropertyName("authorName")]
    public string? AuthorName { get; init; }

    /// <summary>The subject line, of a mail.</summary>
    [JsonPropertyName("subject")]
    public string? Subject { get; init; }

    /// <summary>
    /// What its author wrote himself in it, plain, without greeting and signature: what is quoted or handed on stands beside it.
    /// Customers write it, so it is never trusted.
    /// </summary>
    [JsonPropertyName("text")]
    public string Text { get; init; } = "";

    /// <summary>Passages that it quotes above words of its own, in the order of the text; absent where there are none.</summary>
    [JsonPropertyName("answers")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<InlineAnswer>? Answers { get; init; }

    /// <summary>The mail that it forwards; absent where there is none.</summary>
    [JsonPropertyName("forwarded")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ForwardedText? Forwarded { get; init; }

    /// <summary>Quoted text that no earlier item has and that is not its author's own word; absent where there is none.</summary>
    [JsonPropertyName("setAside")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SetAside { get; init; }

    /// <summary>The names of files that were sent with it; absent where there are none.</summary>
    [JsonPropertyName("attachments")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Attachments { get; init; }
}

using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Benchmarks.Language;

/// <summary>A message or a note of a <see cref="KnownCase"/>.</summary>
internal sealed record KnownItem
{
    private const string Customer = "customer";

    /// <summary>Who wrote it: <c>customer</c>, <c>team</c>, or <c>note</c> for what the team alone may see.</summary>
    [JsonPropertyName("by")]
    public required string By { get; init; }

    /// <summary>His name.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>When.</summary>
    [JsonPropertyName("at")]
    public required DateTimeOffset At { get; init; }

    /// <summary>What came in or went out, with all that a mail has beside what its author wrote.</summary>
    [JsonPropertyName("text")]
    public required string Text { get; init; }

    /// <summary>The item as FuseDesk has it.</summary>
    public HistoryItem Read(int number) => new()
    {
        Number = number,
        Kind = By is "note" ? HistoryKind.Note : HistoryKind.Email,
        Direction = By switch { Customer => Direction.Inbound, "team" => Direction.Outbound, _ => Direction.Internal },
        At = At,
        AuthorName = Name,
        RepId = By is Customer ? null : new RepId(1),
        Text = Text,
    };
}

using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk;

namespace FuseDeskFlows.Language.Writing;

/// <summary>Asks what a chat is about.</summary>
public sealed record ChatIssueRequest : WritingRequest
{
    /// <summary>The chat with its messages.</summary>
    [JsonPropertyName("chat")]
    public required Chat Chat { get; init; }
}

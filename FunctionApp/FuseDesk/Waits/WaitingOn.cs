using System.Text.Json.Serialization;

namespace FuseDeskFlows.FuseDesk.Waits;

/// <summary>Whose turn it is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WaitingOn>))]
public enum WaitingOn
{
    /// <summary>Nobody's: the case is closed, or the customer has thanked for the answer.</summary>
    [JsonStringEnumMemberName("nobody")]
    Nobody = 0,

    /// <summary>The team's: the customer waits for an answer.</summary>
    [JsonStringEnumMemberName("team")]
    Team,

    /// <summary>The customer's: the team has answered.</summary>
    [JsonStringEnumMemberName("customer")]
    Customer,
}

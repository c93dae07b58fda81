using System.Text.Json.Serialization;

namespace FuseDeskFlows.FuseDesk.Ids;

/// <summary>A live chat's id, a string in FuseDesk's API.</summary>
/// <param name="Value">The id as FuseDesk writes it.</param>
[JsonConverter(typeof(IdJsonConverter<ChatId, string>))]
public readonly record struct ChatId(string Value) : IId<ChatId, string>
{
    /// <inheritdoc />
    public static ChatId From(string value) => new(value);

    /// <summary>The bare id, for a path, a query or a person.</summary>
    /// <returns>The value in the invariant culture.</returns>
    public override string ToString() => Value;
}

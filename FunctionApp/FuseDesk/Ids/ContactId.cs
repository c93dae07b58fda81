using System.Text.Json.Serialization;

namespace FuseDeskFlows.FuseDesk.Ids;

/// <summary>A contact's id in FuseDesk: a uuid (<c>id</c> on a contact, <c>contactUuid</c> elsewhere). Not the CRM's number.</summary>
/// <param name="Value">The id as FuseDesk writes it.</param>
[JsonConverter(typeof(IdJsonConverter<ContactId, string>))]
public readonly record struct ContactId(string Value) : IId<ContactId, string>
{
    /// <inheritdoc />
    public static ContactId From(string value) => new(value);

    /// <summary>The bare id, for a path, a query or a person.</summary>
    /// <returns>The value in the invariant culture.</returns>
    public override string ToString() => Value;
}

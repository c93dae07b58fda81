using System.Globalization;
using System.Text.Json.Serialization;

namespace FuseDeskFlows.FuseDesk.Ids;

/// <summary>A contact's id in the connected CRM (Keap, Infusionsoft): <c>crmId</c> on a contact, <c>contactid</c> on a case.</summary>
/// <param name="Value">The id as FuseDesk writes it.</param>
[JsonConverter(typeof(IdJsonConverter<CrmId, long>))]
public readonly record struct CrmId(long Value) : IId<CrmId, long>
{
    /// <inheritdoc />
    public static CrmId From(long value) => new(value);

    /// <summary>The bare id, for a path, a query or a person.</summary>
    /// <returns>The value in the invariant culture.</returns>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text.Json.Serialization;

namespace FuseDeskFlows.FuseDesk.Ids;

/// <summary>A case's id (field <c>caseid</c>, also <c>id</c>); not its public number.</summary>
/// <param name="Value">The id as FuseDesk writes it.</param>
[JsonConverter(typeof(IdJsonConverter<CaseId, long>))]
public readonly record struct CaseId(long Value) : IId<CaseId, long>
{
    /// <inheritdoc />
    public static CaseId From(long value) => new(value);

    /// <summary>The bare id, for a path, a query or a person.</summary>
    /// <returns>The value in the invariant culture.</returns>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text.Json.Serialization;

namespace FuseDeskFlows.FuseDesk.Ids;

/// <summary>A rep's user id: what a case's <c>repid</c> holds. The rep object's own <c>repid</c> is another number.</summary>
/// <param name="Value">The id as FuseDesk writes it.</param>
[JsonConverter(typeof(IdJsonConverter<RepId, long>))]
public readonly record struct RepId(long Value) : IId<RepId, long>
{
    /// <inheritdoc />
    public static RepId From(long value) => new(value);

    /// <summary>The bare id, for a path, a query or a person.</summary>
    /// <returns>The value in the invariant culture.</returns>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text.Json.Serialization;

namespace FuseDeskFlows.FuseDesk.Ids;

/// <summary>A department's id (<c>departmentid</c> on output, <c>depid</c> on input).</summary>
/// <param name="Value">The id as FuseDesk writes it.</param>
[JsonConverter(typeof(IdJsonConverter<DepartmentId, long>))]
public readonly record struct DepartmentId(long Value) : IId<DepartmentId, long>
{
    /// <inheritdoc />
    public static DepartmentId From(long value) => new(value);

    /// <summary>The bare id, for a path, a query or a person.</summary>
    /// <returns>The value in the invariant culture.</returns>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

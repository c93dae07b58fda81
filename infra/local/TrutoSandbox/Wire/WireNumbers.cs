using System.Globalization;
using System.Text.Json.Nodes;

namespace FuseDeskFlows.TrutoSandbox.Wire;

/// <summary>Numbers, which FuseDesk writes as text now and then.</summary>
internal static class WireNumbers
{
    /// <summary>A number, its text, or null.</summary>
    public static JsonNode? Write(int? value, bool asText) =>
        value is { } number ? asText ? number.ToString(CultureInfo.InvariantCulture) : JsonValue.Create(number) : null;
}

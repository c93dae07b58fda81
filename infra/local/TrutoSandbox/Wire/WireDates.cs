using System.Globalization;
using System.Text.Json.Nodes;

namespace FuseDeskFlows.TrutoSandbox.Wire;

/// <summary>The two ways in which FuseDesk writes dates.</summary>
internal static class WireDates
{
    /// <summary>Version 1, cases: <c>2026-06-08T09:12:00+00:00</c>.</summary>
    public static string V1(DateTimeOffset date) =>
        date.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>Version 1, a date that may be unset: then <c>false</c> for some cases and null for others.</summary>
    public static JsonNode? V1(DateTimeOffset? date, bool unsetIsFalse) =>
        date is { } known ? V1(known)
        : unsetIsFalse ? JsonValue.Create(false)
        : null;

    /// <summary>Version 2, everything else: <c>2026-06-08T09:12:00.000Z</c>.</summary>
    public static string V2(DateTimeOffset date) =>
        date.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Version 2, a date that may be unset.</summary>
    public static JsonNode? V2(DateTimeOffset? date) => date is { } known ? V2(known) : null;
}
